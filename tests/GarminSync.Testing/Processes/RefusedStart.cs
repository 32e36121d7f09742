using System.Reflection;
using System.Text;

namespace GarminSync.Testing.Processes;

/// <summary>A program of ours, run in this process to the end of a start that fails: a process of its own for each would take minutes.</summary>
/// <param name="ExitCode">What <c>Main</c> gave back.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
public sealed record RefusedStart(int ExitCode, string Errors)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly ErrorsOfEach Writer = ErrorsOfEach.Install();

    /// <summary>Runs it with options.</summary>
    /// <param name="program">The path of its assembly, as <see cref="ServiceProgram"/> has it.</param>
    /// <param name="args">Its command line.</param>
    /// <exception cref="TimeoutException">It started.</exception>
    public static async Task<RefusedStart> RunAsync(string program, params string[] args)
    {
        var (name, errors) = (Path.GetFileNameWithoutExtension(program), new StringWriter());
        var run = Task.Run(() =>
        {
            Writer.Mine = errors;
            return Assembly.Load(name).EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null) is int code ? code : 0;
        });
        return new RefusedStart(await run.WaitAsync(Longest), errors.ToString().Trim());
    }

    /// <summary>Standard error, given to whoever runs the program that writes.</summary>
    private sealed class ErrorsOfEach(TextWriter others) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> _mine = new();

        public TextWriter Mine
        {
            get => _mine.Value ?? others;
            set => _mine.Value = value;
        }

        public override Encoding Encoding => others.Encoding;

        public static ErrorsOfEach Install()
        {
            var writer = new ErrorsOfEach(Console.Error);
            Console.SetError(writer);
            return writer;
        }

        public override void Write(char value) => Mine.Write(value);

        public override void Write(string? value) => Mine.Write(value);

        public override void WriteLine(string? value) => Mine.WriteLine(value);
    }
}
