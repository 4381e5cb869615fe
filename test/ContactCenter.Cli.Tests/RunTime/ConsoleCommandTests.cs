using System.Net;
using System.Text.RegularExpressions;

namespace ContactCenter.Cli.Tests.RunTime;

/// <summary>The console as somebody starts it: it says where it is, is there, and ends when it is told to.</summary>
public sealed partial class ConsoleCommandTests
{
    [Fact]
    public async Task The_console_is_where_it_says_until_it_is_told_to_end()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var program = new RunningProgram("console", "--scenario", "api-down", "--speed", "0", "--port", "0");
        var said = await program.HearAsync(cancellation);
        using var http = new HttpClient();
        using var board = await http.GetAsync(Address().Match(said).Value, cancellation);

        Assert.Equal((HttpStatusCode.OK, ExitCode.Interrupted), (board.StatusCode, await program.EndAsync(cancellation)));
    }

    [GeneratedRegex(@"http://[a-z0-9.:]+[0-9]")]
    private static partial Regex Address();
}
