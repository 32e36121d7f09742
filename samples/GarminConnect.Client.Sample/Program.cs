using GarminSample;
using Microsoft.Extensions.Options;

if (Arguments.Read(args) is not { } arguments)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

try
{
    await new Walkthrough(Terminal.Ask, new TokenFile(arguments.Folder), arguments.Folder).RunAsync(arguments.Configure, arguments.Email);
    return 0;
}
catch (Exception exception) when (exception is GarminConnect.Client.GarminException or SignInFailedException or OptionsValidationException or IOException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
