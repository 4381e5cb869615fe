using System.Diagnostics;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>The program as a process of its own, as somebody starts it; it is killed with this.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan MaximumEnd = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _errors;

    public RunningProgram(params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The next line that it says; what went wrong where it says nothing more.</summary>
    public async Task<string> HearAsync(CancellationToken cancellation) =>
        await _process.StandardOutput.ReadLineAsync(cancellation) ?? await _errors;

    /// <summary>
    /// Tells it to end, by SIGTERM: what is started in the background, as tests are, ignores Ctrl+C. Returns the code that it ends with.
    /// </summary>
    public async Task<int> EndAsync(CancellationToken cancellation)
    {
        using var end = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        var rest = _process.StandardOutput.ReadToEndAsync(cancellation);
        await _process.WaitForExitAsync(cancellation).WaitAsync(MaximumEnd, cancellation);
        _ = await rest;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
