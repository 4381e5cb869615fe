using System.Globalization;
using ContactCenter.Cli.Replay;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Validation;

namespace ContactCenter.Replay;

/// <summary>
/// How many alarm changes a second the deployed functions decide on one core, JSON in and effects carried out, against a baseline in the
/// same run that only parses them, and whether memory stays flat. Rates are by processor time, which other programs on the machine do
/// not change.
/// <c>dotnet run -c Release --project bench/ContactCenter.Replay [-- EVENTS]</c>; with <c>report</c> in place of it
/// <see cref="ReportOfMonth"/>.
/// </summary>
internal static class Program
{
    private const int WarmUp = 20_000;
    private const int Samples = 10;

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["report"])
        {
            return ReportOfMonth.Run(await File.ReadAllBytesAsync(Sample()));
        }

        var events = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        Parse(WarmUp);
        await Replay(WarmUp, _ => { });

        var parsing = Rate(events, Parse(events));
        var heaps = new List<double>();
        var deciding = Rate(events, await Replay(events, done =>
        {
            if (done % (events / Samples) == 0)
            {
                heaps.Add(GC.GetTotalMemory(forceFullCollection: true) / 1048576.0);
            }
        }));

        Console.WriteLine(Invariant($"events                 {events:#,##0}"));
        Console.WriteLine(Invariant($"parse only             {parsing:#,##0} a second (baseline)"));
        Console.WriteLine(Invariant($"parse, decide, write   {deciding:#,##0} a second, {deciding / parsing:0.00} of the baseline"));
        Console.WriteLine(Invariant($"live memory, MiB       {string.Join("  ", heaps.Select(heap => Invariant($"{heap:0.0}")))}"));
        Console.WriteLine(Invariant($"growth after the first tenth: {heaps[^1] - heaps[0]:+0.0;-0.0} MiB"));
        return deciding >= 0.3 * parsing && heaps[^1] - heaps[0] < 4 ? 0 : 1;
    }

    private static TimeSpan Parse(int events)
    {
        var clock = ProcessorClock.Start();
        var changes = Items(events).Count();
        return changes == events
            ? clock.Elapsed
            : throw new InvalidOperationException($"only {changes} of {events} events were read as alarms");
    }

    private static async Task<TimeSpan> Replay(int events, Action<int> after)
    {
        var configuration = ConfigurationReader.Read(await File.ReadAllBytesAsync(Sample())).Configuration!;
        using var output = new JsonReplayOutput(Stream.Null, configuration);
        var clock = ProcessorClock.Start();
        var done = 0;
        await new ReplayRun(configuration, output).RunAsync(
            Items(events).Select(item =>
            {
                var pause = ProcessorClock.Start();
                after(done++);
                clock.Leave(pause.Elapsed);
                return item;
            }),
            TimeSpan.FromHours(1),
            CancellationToken.None);
        return clock.Elapsed;
    }

    private static IEnumerable<ReplayItem> Items(int events)
    {
        using var stream = new AlarmStream(events);
        foreach (var (number, piece) in new JsonPieceReader(stream).Read().Index())
        {
            foreach (var input in AlarmParser.Parse(piece.Utf8, DateTimeOffset.UnixEpoch))
            {
                yield return new ReplayItem($"bench#{number}", ((ChangedAlarm)input).Change.At, piece.Utf8);
            }
        }
    }

    private static double Rate(int events, TimeSpan time) => events / time.TotalSeconds;

    private static string Sample()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "contactcenter.json")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("contactcenter.json is in no folder above");
        }

        return Path.Combine(folder.FullName, "contactcenter.json");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
