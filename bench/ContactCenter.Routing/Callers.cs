using ContactCenter.Core.Configuration;

namespace ContactCenter.Routing;

/// <summary>
/// Draws the callers of a trace: arrivals are Poisson within five minutes, patience exponential, handle times log-normal.
/// </summary>
internal static class Callers
{
    /// <summary>Mean patience in seconds, the default of the configuration.</summary>
    public const double MeanPatience = 180;

    /// <summary>Mean handle time in seconds at level 4.</summary>
    public const double MeanHandle = 240;

    /// <summary>Share of callers who pick up when they are called back; the others are lost like those who gave up.</summary>
    private const double Reached = 0.9;

    private const double HandleSpread = 0.6;

    /// <summary>What callers call about, and how many of them.</summary>
    private static readonly (string? Topic, double Share)[] Topics =
    [
        (null, 0.40), ("billing_question", 0.15), ("payment_problem", 0.10), ("card_lost", 0.03), ("fraud", 0.01), ("cards", 0.11),
        ("technical_problem", 0.12), ("password_login", 0.08),
    ];

    /// <summary>Queues of callers without a topic of the configuration, who asked for them in the menu.</summary>
    public static string QueueOf(string? topic, RoutingSettings routing) =>
        topic is null ? routing.DefaultQueue! : routing.Topics.TryGetValue(topic, out var route) ? route.Queue : "Cards";

    public static IReadOnlyList<CustomerClass> Classes(RoutingSettings routing) =>
    [
        new("gold", 0.10, 10, routing.Segments["gold"].AnswerWithin.TotalSeconds),
        new("silver", 0.30, 3, routing.Segments["silver"].AnswerWithin.TotalSeconds),
        new("standard", 0.60, 1, routing.AnswerWithin.TotalSeconds),
    ];

    public static IReadOnlyList<Caller> Of(CallTrace trace, RoutingSettings routing, double scale, double acceptance, int seed)
    {
        var random = new Random(seed);
        var classes = Classes(routing);
        var callers = new List<Caller>();
        var start = trace.Bins[0].Start;
        foreach (var (at, calls) in trace.Bins)
        {
            var from = (int)(at - start).TotalSeconds;
            for (var next = Exponential(random, CallTrace.BinSeconds / (calls * scale)); next < CallTrace.BinSeconds; next += Exponential(
                random, CallTrace.BinSeconds / (calls * scale)))
            {
                var topic = Pick(random, Topics, static one => one.Share).Topic;
                callers.Add(new Caller(
                    from + (int)next,
                    topic,
                    QueueOf(topic, routing),
                    Pick(random, classes, static one => one.Share),
                    Exponential(random, MeanPatience),
                    Math.Exp((HandleSpread * Normal(random)) + Math.Log(MeanHandle) - (HandleSpread * HandleSpread / 2)),
                    random.NextDouble() < acceptance,
                    random.NextDouble() < Reached));
            }
        }

        return callers;
    }

    /// <summary>Share of all callers who belong to a queue.</summary>
    public static double ShareOf(string queue, RoutingSettings routing) =>
        Topics.Where(one => QueueOf(one.Topic, routing) == queue).Sum(static one => one.Share);

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static T Pick<T>(Random random, IReadOnlyList<T> from, Func<T, double> share)
    {
        var left = random.NextDouble();
        foreach (var one in from)
        {
            left -= share(one);
            if (left < 0)
            {
                return one;
            }
        }

        return from[^1];
    }
}
