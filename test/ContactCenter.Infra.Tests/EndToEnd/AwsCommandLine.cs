using System.Diagnostics;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// The AWS command line. Where it is a package of Python, as version 1 is, one process of it serves all commands: each start would cost a
/// second of processor time, and there are hundreds. Else every command is a process.
/// </summary>
internal sealed class AwsCommandLine(Shell shell) : IDisposable
{
    private static readonly string Session = Repository.File("test", "ContactCenter.Infra.Tests", "EndToEnd", "aws_session.py");

    private readonly SemaphoreSlim _oneByOne = new(1, 1);
    private Process? _process;
    private bool _isTried;

    /// <summary>What a command printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; its output is in the message.</exception>
    public async Task<string> RunAsync(params string[] arguments)
    {
        await _oneByOne.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_isTried)
            {
                _process = await StartAsync();
                _isTried = true;
            }

            if (_process is not null)
            {
                return await AskAsync(_process, arguments);
            }
        }
        finally
        {
            _oneByOne.Release();
        }

        return await shell.RunAsync("aws", arguments);
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
        _oneByOne.Dispose();
    }

    private async Task<Process?> StartAsync()
    {
        if (Testing.Executable.Find("python3") is not { } python)
        {
            return null;
        }

        var start = shell.Start(python, Session);
        start.RedirectStandardInput = true;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        if (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
        {
            return process;
        }

        process.Dispose();
        return null;
    }

    private static async Task<string> AskAsync(Process process, string[] arguments)
    {
        var asked = new JsonArray([.. arguments.Select(argument => JsonValue.Create(argument))]).ToJsonString();
        await process.StandardInput.WriteLineAsync(asked.AsMemory(), TestContext.Current.CancellationToken);
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        var answer = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"the session of the AWS command line ended at {asked}");
        var told = JsonNode.Parse(answer)!;
        return (int?)told[0] is 0 or null
            ? (string)told[1]!
            : throw new InvalidOperationException($"aws {string.Join(' ', arguments)} ended with {told[0]}: {told[1]}{told[2]}");
    }
}
