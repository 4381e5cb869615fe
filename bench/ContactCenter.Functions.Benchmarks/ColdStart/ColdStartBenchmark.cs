using System.Globalization;
using ContactCenter.Core.Deployment;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// From the start of the process to the first answer, for every function, with the Runtime API and the AWS emulator on this machine:
/// natively compiled and ReadyToRun, each against an empty function that is compiled alike and sends the same requests. All take turns.
/// </summary>
internal sealed class ColdStartBenchmark(Services services, Packages packages, string folder, TextWriter output)
{
    /// <summary>The bar: a function may take so many times as long as an empty one with its requests.</summary>
    private const double MaximumRatio = 4;

    /// <summary>The bar for a package, zipped.</summary>
    private const long MaximumPackage = 13_000_000;

    /// <summary>A hook's deadline counts on a busy machine too; then its answer is the prepared one, and it is started again.</summary>
    private const int Attempts = 5;

    private const string Heads = "native ms | its baseline | ratio | processor ms | its baseline | ratio";
    private const string ReadyToRunHeads = " | ReadyToRun ms | its baseline | ratio";

    /// <summary>What carries the encoder and is waited for: the contact stacks give it to no other hook.</summary>
    private static readonly SystemFunction[] WithEncoder = [SystemFunctions.ClassifyContact, SystemFunctions.AnswerQuestion];

    private int _again;

    /// <summary>Measures some functions, or all.</summary>
    /// <param name="arguments">As <see cref="ColdOptions"/> has them.</param>
    /// <param name="chosen">Those that are measured when nobody is named.</param>
    /// <param name="output">Takes the table.</param>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<SystemFunction> chosen, TextWriter output)
    {
        var options = ColdOptions.Read(arguments);
        var cases = ColdCase.All.Where(one => options.Names.Count == 0
            ? chosen.Contains(one.Function)
            : options.Names.Any(name => Plain(name) == Plain(one.Function.Name)));
        if (options.Names.FirstOrDefault(static name => !ColdCase.All.Any(one => Plain(one.Function.Name) == Plain(name))) is { } unknown)
        {
            await Console.Error.WriteLineAsync(
                $"'{unknown}' is none of {string.Join(", ", ColdCase.All.Select(static one => one.Function.Name))}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("cold-start-").FullName;
        try
        {
            await using var services = await Services.StartAsync(folder);
            if (services is null)
            {
                await Console.Error.WriteLineAsync(AwsEmulator.Missing);
                return 1;
            }

            var packages = await Packages.PublishAsync(options.Packages ?? folder, options);
            return await new ColdStartBenchmark(services, packages, folder, output).RunAsync([.. cases], options.Rounds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private async Task<int> RunAsync(IReadOnlyList<ColdCase> cases, int rounds)
    {
        output.WriteLine($"load before: {Load()}; {rounds} starts each");
        var scores = new List<ColdScore>();
        foreach (var one in cases)
        {
            scores.Add(await CountAsync(one));
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var score in scores)
            {
                foreach (var way in WaysOf(score.Case.Function))
                {
                    score.Add(way, await MeasureAsync(score, way));
                }
            }
        }

        Write(scores);
        var isSmall = WriteSizes();
        output.WriteLine($"load after: {Load()}; started again because of a prepared or no answer: {_again}");
        foreach (var (function, why) in ColdCase.LeftOut)
        {
            output.WriteLine($"not started: {function.Handler}, which {why}");
        }

        var forgotten = SystemFunctions.All
            .Except(ColdCase.All.Select(static one => one.Function))
            .Except(ColdCase.LeftOut.Keys)
            .Select(static function => function.Handler)
            .ToArray();
        if (forgotten.Length > 0)
        {
            output.WriteLine($"neither started nor left out with a reason: {string.Join(", ", forgotten)}");
        }

        var slow = scores.Where(static score => score.Ratio(Way.Native) > MaximumRatio
            || (score.Has(Way.NativeWithEncoder) && score.Ratio(Way.NativeWithEncoder) > MaximumRatio)).ToArray();
        output.WriteLine(slow.Length == 0
            ? $"no function takes more than {MaximumRatio} times its baseline, natively compiled"
            : $"more than {MaximumRatio} times their baseline: {string.Join(", ", slow.Select(static score => score.Name))}");
        return isSmall && slow.Length == 0 && forgotten.Length == 0 ? 0 : 1;
    }

    /// <summary>Starts a function through the recorder.</summary>
    private async Task<ColdScore> CountAsync(ColdCase one)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var tables = await Tables.CreateAsync(services);
            var message = await one.Event(tables, services);
            IReadOnlyList<RecordedRequest> requests = [];
            _ = services.Recorder.TakeAnswered();
            var start = await ColdProcess.RunAsync(
                packages.Command(Way.Native, one.Function), [message], Environment(one, tables, isRecorded: true),
                () => requests = services.Recorder.TakeAnswered());
            if (IsGood(one, start, attempt))
            {
                return new ColdScore(one, requests, tables.Incidents, tables.Contacts);
            }
        }
    }

    private async Task<ColdProcess> MeasureAsync(ColdScore score, Way way)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var tables = await Tables.CreateAsync(services);
            var message = await score.Case.Event(tables, services);
            var environment = Environment(score.Case, tables, isRecorded: false);
            var isEmpty = way is Way.EmptyNative or Way.EmptyReadyToRun;
            if (isEmpty)
            {
                environment["REQUESTS_FILE"] = Path.Combine(folder, "requests");
                await File.WriteAllTextAsync(environment["REQUESTS_FILE"], score.RequestsFor(tables));
            }

            string[] events = IsAskedAgain(score.Case.Function) && !isEmpty
                ? [message, Another(message, 2), Another(message, 3)]
                : [message];
            var start = await ColdProcess.RunAsync(packages.Command(way, score.Case.Function), events, environment);
            if (isEmpty ? start.Answer is not null : IsGood(score.Case, start, attempt) && (way != Way.NativeWithEncoder || Helps(start)))
            {
                return start;
            }

            if (isEmpty)
            {
                throw new InvalidOperationException($"the empty function did not answer: {start.Log}");
            }
        }
    }

    /// <summary>Ways in which a function is started.</summary>
    private IEnumerable<Way> WaysOf(SystemFunction function) =>
    [
        Way.Native,
        .. IsAskedAgain(function) ? [Way.NativeWithEncoder] : Array.Empty<Way>(),
        Way.EmptyNative,
        .. packages.ReadyToRun is null ? [] : new[] { Way.ReadyToRun, Way.EmptyReadyToRun },
    ];

    private bool IsAskedAgain(SystemFunction function) => packages.WithEncoder is not null && WithEncoder.Contains(function);

    /// <summary>The same event of another contact: what comes again for the same one is answered out of memory.</summary>
    private static string Another(string message, int number) =>
        message.Replace(Events.ContactId, $"{number}{Events.ContactId[1..]}", StringComparison.Ordinal);

    private static bool Helps(ColdProcess start) => start.Log.Contains("helps from now on", StringComparison.Ordinal)
        ? true
        : throw new InvalidOperationException($"the encoder does not help: {start.Log}");

    private bool IsGood(ColdCase one, ColdProcess start, int attempt)
    {
        if (start.Answer is { } answer && one.IsAnswered(answer, start.Log))
        {
            return true;
        }

        _again++;
        return attempt < Attempts
            ? false
            : throw new InvalidOperationException(
                $"{one.Function.Name} did not do what it is for: {start.Answer?.ToJsonString() ?? "no answer"}\n{start.Log}");
    }

    private Dictionary<string, string> Environment(ColdCase one, Tables tables, bool isRecorded)
    {
        var environment = services.Environment(tables, isRecorded);
        environment["ANNOTATIONS_HANDLER"] = one.Function.Handler;
        return environment;
    }

    private void Write(List<ColdScore> scores)
    {
        output.WriteLine();
        output.WriteLine($"| function | requests | {Heads}{(packages.ReadyToRun is null ? "" : ReadyToRunHeads)} | MB |");
        output.WriteLine($"|---|---|---|---|---|---|---|---|{(packages.ReadyToRun is null ? "" : "---|---|---|")}---|");
        foreach (var score in scores)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| `{score.Name}` | {score.Requests} | {Columns(of => of(score))} | {score.Peak(Way.Native):0} |"));
        }

        output.WriteLine();
        WriteEncoder([.. scores.Where(static score => score.Has(Way.NativeWithEncoder))]);
        WriteCall(scores, ColdCase.Inbound);
        WriteCall(scores, ColdCase.InboundByBot);
    }

    private void WriteEncoder(ColdScore[] scores)
    {
        if (scores.Length == 0)
        {
            return;
        }

        output.WriteLine("| function | its encoder | first ms | ratio | processor ms | second ms | most | third ms | most | MB |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var score in scores)
        {
            foreach (var (way, name) in new[] { (Way.Native, "none"), (Way.NativeWithEncoder, "present") })
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{score.Name}` | {name} | {score.Median(way):0} | {score.Ratio(way):0.0} | {score.Processor(way):0} | "
                        + $"{score.Median(way, 1):0.0} | {score.Most(way, 1):0.0} | {score.Median(way, 2):0.0} | {score.Most(way, 2):0.0} | "
                        + $"{score.Peak(way):0} |"));
            }
        }

        output.WriteLine();
    }

    private void WriteCall(List<ColdScore> scores, IReadOnlyList<SystemFunction> hooks)
    {
        var inbound = scores.Where(score => hooks.Contains(score.Case.Function)).ToArray();
        if (inbound.Length < hooks.Count)
        {
            return;
        }

        var requests = inbound.Sum(static score => score.Requests);
        output.WriteLine(
            $"from ringing to queue: {string.Join(", ", hooks.Select(static function => function.Handler))}, each of them cold");
        output.WriteLine();
        output.WriteLine($"| hooks | requests | {Heads}{(packages.ReadyToRun is null ? "" : ReadyToRunHeads)} |");
        output.WriteLine($"|---|---|---|---|---|---|---|---|{(packages.ReadyToRun is null ? "" : "---|---|---|")}");
        output.WriteLine($"| one after the other | {requests} | {Columns(of => inbound.Sum(of))} |");
        output.WriteLine($"| the slowest of them | | {Columns(of => inbound.Max(of))} |");
        output.WriteLine();
    }

    /// <summary>The figures of a row: each of one function, or their sum, or the largest.</summary>
    private string Columns(Func<Func<ColdScore, double>, double> over)
    {
        var columns = new List<string>();
        Add(score => score.Median(Way.Native), score => score.Median(Way.EmptyNative));
        Add(score => score.Processor(Way.Native), score => score.Processor(Way.EmptyNative));
        if (packages.ReadyToRun is not null)
        {
            Add(score => score.Median(Way.ReadyToRun), score => score.Median(Way.EmptyReadyToRun));
        }

        return string.Join(" | ", columns);

        void Add(Func<ColdScore, double> of, Func<ColdScore, double> baseline)
        {
            var (figure, least) = (over(of), over(baseline));
            columns.Add(string.Create(CultureInfo.InvariantCulture, $"{figure:0} | {least:0} | {figure / least:0.0}"));
        }
    }

    private bool WriteSizes()
    {
        var (native, hooks, layer) = Packages.Zipped(packages.Native);
        var shared = packages.ReadyToRun is { } folder ? $"ReadyToRun {Packages.Zipped(folder).Package / 1e6:0.0} MB; " : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"packages, zipped: native {native / 1e6:0.0} MB, of the hooks {hooks / 1e6:0.0} MB (at most {MaximumPackage / 1e6:0} MB each), "
                + $"{shared}layer of the packaged model {layer / 1e6:0.0} MB"));
        return native <= MaximumPackage && hooks <= MaximumPackage;
    }

    private static string Load() => File.Exists("/proc/loadavg")
        ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))
        : "unknown";
}
