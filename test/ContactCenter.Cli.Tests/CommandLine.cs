using System.Text;
using System.Text.Json;
using ContactCenter.Cli.Tests.RunTime;

namespace ContactCenter.Cli.Tests;

/// <summary>
/// Runs the real program and reads what it printed: within this process where that shows the same, else as one of its own.
/// </summary>
internal sealed class CommandLine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contactcenter-");

    /// <summary>Writes a file and gives its path.</summary>
    public string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments) => await Run("", arguments);

    public static Task<(int Code, string Output, string Errors)> Run(string input, string[] arguments) => Run(input, arguments, []);

    /// <summary>With environment variables of its own.</summary>
    public static Task<(int Code, string Output, string Errors)> Run(
        string input, string[] arguments, Dictionary<string, string> environment) =>
        environment.All(ProgramHere.Credentials.Contains)
            ? ProgramHere.RunAsync(arguments, input: input)
            : Run(input, arguments, environment, Path.GetTempPath());

    /// <summary>In a folder, as somebody who copies a command into a terminal; nothing else may run here at the same time.</summary>
    public static Task<(int Code, string Output, string Errors)> RunIn(string folder, string[] arguments) =>
        ProgramHere.RunAsync(arguments, folder);

    private static async Task<(int Code, string Output, string Errors)> Run(
        string input, string[] arguments, Dictionary<string, string> environment, string folder)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add(typeof(ExitCode).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // whoever runs the tests may speak another language
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    public static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public void Dispose() => _folder.Delete(recursive: true);
}
