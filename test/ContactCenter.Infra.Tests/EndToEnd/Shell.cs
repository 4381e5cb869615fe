using System.Diagnostics;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>Runs programs in a folder with an environment of their own, and fails with what they say.</summary>
internal sealed class Shell(string folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>What the program printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; its output is in the message.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (code, output) = await TryAsync(program, arguments);
        return code == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {code}: {output}");
    }

    /// <summary>The exit code of the program and what it printed, to both of its outputs unless it succeeded.</summary>
    public async Task<(int Code, string Output)> TryAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Start(program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, process.ExitCode == 0 ? await output : $"{await output}{errors}");
    }

    /// <summary>How a program is started in the folder with the environment, its outputs redirected.</summary>
    public ProcessStartInfo Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            program, arguments)
        { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
