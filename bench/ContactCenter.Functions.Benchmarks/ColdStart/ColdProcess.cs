using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>What one start was like.</summary>
/// <param name="Elapsed">From the start of the process until its answer had arrived.</param>
/// <param name="PeakKilobytes">The most memory that the process held until then; 0 where the system does not tell.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Log">What it wrote.</param>
internal sealed record ColdProcess(TimeSpan Elapsed, long PeakKilobytes, JsonNode? Answer, string Log)
{
    private static readonly TimeSpan MaximumTime = TimeSpan.FromMinutes(1);

    /// <summary>Starts a function, gives it an event, and ends it when it has answered.</summary>
    public static async Task<ColdProcess> RunAsync(
        IReadOnlyList<string> command, string message, IReadOnlyDictionary<string, string> environment, Action? answered = null)
    {
        await using var api = await LambdaRuntimeApi.StartAsync([new LambdaInvocation(message)]);
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.StartInfo.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;
        var (elapsed, peak, start) = (TimeSpan.Zero, 0L, 0L);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        api.Answered = () =>
        {
            elapsed = Stopwatch.GetElapsedTime(start);
            answered?.Invoke();
            peak = PeakOf(process.Id);
            done.TrySetResult();
        };
        start = Stopwatch.GetTimestamp();
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await Task.WhenAny(done.Task, process.WaitForExitAsync(), Task.Delay(MaximumTime));
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        var log = $"{await output}{await errors}";
        var answer = api.Outcomes is [{ Succeeded: true, Body: var body }] ? JsonNode.Parse(body) : null;
        return new ColdProcess(elapsed, peak, answer, answer is null ? $"{log}{api.InitializationError?.Body}" : log);
    }

    private static long PeakOf(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");
        var line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
