using System.Text;

namespace GarminSample;

/// <summary>Asks the person at the keyboard.</summary>
internal static class Terminal
{
    /// <param name="what">What is asked for. The password may be in the environment, and is not shown while it is typed.</param>
    public static string Ask(string what)
    {
        var isPassword = what == "password";
        if (isPassword && Environment.GetEnvironmentVariable("GARMIN_PASSWORD") is { Length: > 0 } given)
        {
            return given;
        }

        Console.Write($"{what}: ");
        return isPassword && !Console.IsInputRedirected ? ReadHidden() : Console.ReadLine() ?? throw new EndOfStreamException($"No {what} was given.");
    }

    private static string ReadHidden()
    {
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}
