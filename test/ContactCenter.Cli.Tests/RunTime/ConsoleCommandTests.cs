using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>The program as somebody starts it: it says where the console is, serves it, and ends when it is told to.</summary>
public sealed partial class ConsoleCommandTests
{
    private static readonly TimeSpan MaximumEnd = TimeSpan.FromMinutes(1);

    /// <summary>By SIGTERM: what is started in the background, as tests are, ignores Ctrl+C.</summary>
    [Fact]
    public async Task The_console_is_where_it_says_until_it_is_told_to_end()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ExitCode).Assembly.Location, "console", "--scenario", "api-down", "--speed", "0", "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;
        try
        {
            var errors = program.StandardError.ReadToEndAsync(cancellation);
            var said = await program.StandardOutput.ReadLineAsync(cancellation) ?? await errors;
            using var http = new HttpClient();
            using var board = await http.GetAsync(Address().Match(said).Value, cancellation);
            using var end = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            await program.WaitForExitAsync(cancellation).WaitAsync(MaximumEnd, cancellation);

            Assert.Equal((HttpStatusCode.OK, ExitCode.Interrupted), (board.StatusCode, program.ExitCode));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex(@"http://[a-z0-9.:]+[0-9]")]
    private static partial Regex Address();
}
