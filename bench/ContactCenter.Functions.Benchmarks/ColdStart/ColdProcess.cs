using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>What one start was like.</summary>
/// <param name="Times">
/// From the start of the process until its first answer had arrived, then of each further event until its answer.
/// </param>
/// <param name="Processor">Processor time of its threads until the first answer; 0 where the system does not tell.</param>
/// <param name="PeakKilobytes">The most memory that the process held until then; 0 where the system does not tell.</param>
/// <param name="Answer">The first answer.</param>
/// <param name="Log">What it wrote.</param>
internal sealed partial record ColdProcess(
    IReadOnlyList<TimeSpan> Times, TimeSpan Processor, long PeakKilobytes, JsonNode? Answer, string Log)
{
    private const int Stop = 19;
    private const int Continue = 18;

    private static readonly TimeSpan MaximumTime = TimeSpan.FromMinutes(1);

    /// <summary>How long Lambda leaves the process frozen between two events: longer than anything that it has begun would take.</summary>
    private static readonly TimeSpan Frozen = TimeSpan.FromMilliseconds(400);

    /// <summary>Starts a function, gives it events, and ends it when it has answered them.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="events">In order; between two of them the process is frozen, as by Lambda.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="answered">Called at the first answer.</param>
    public static async Task<ColdProcess> RunAsync(
        IReadOnlyList<string> command, IReadOnlyList<string> events, IReadOnlyDictionary<string, string> environment,
        Action? answered = null)
    {
        await using var api = await LambdaRuntimeApi.StartAsync(
            events.Select(static (body, i) => new LambdaInvocation(body) { RequestId = $"event-{i + 1}" }));
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
        var (times, processor, peak, start) = (new List<TimeSpan>(), TimeSpan.Zero, 0L, 0L);
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        api.Answered = () =>
        {
            times.Add(Stopwatch.GetElapsedTime(start));
            if (times.Count == 1)
            {
                answered?.Invoke();
                (processor, peak) = (ProcessorOf(process.Id), PeakOf(process.Id));
            }

            if (times.Count == events.Count)
            {
                done.TrySetResult();
            }
        };
        api.AskedAgain = async () =>
        {
            _ = Signal(process.Id, Stop);
            await Task.Delay(Frozen);
            start = Stopwatch.GetTimestamp();
            _ = Signal(process.Id, Continue);
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
        var answer = api.Outcomes.Count == events.Count && api.Outcomes.All(static outcome => outcome.Succeeded)
            ? JsonNode.Parse(api.Outcomes[0].Body)
            : null;
        return new ColdProcess(times, processor, peak, answer, answer is null ? $"{log}{api.InitializationError?.Body}" : log);
    }

    private static long PeakOf(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status");
        var line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The first number of <c>schedstat</c>: nanoseconds on a processor. What <c>stat</c> has are hundredths of a second.
    /// </summary>
    private static TimeSpan ProcessorOf(int process)
    {
        var tasks = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task");
        var nanoseconds = !Directory.Exists(tasks) ? 0 : Directory.EnumerateDirectories(tasks).Sum(static task =>
            long.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture));
        return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
