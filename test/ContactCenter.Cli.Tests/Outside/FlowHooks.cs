namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// What each hook of a contact flow answers, and what each parameter or attribute changes in that: a name that is no longer read changes
/// nothing, and that shows.
/// </summary>
internal static class FlowHooks
{
    /// <summary>What a name begins with that is an attribute of the contact, and no parameter of the block.</summary>
    private const char Attribute = '@';

    /// <summary>
    /// By hook: what every contact has, and the names that change something, each with a value; more than one when they act together.
    /// </summary>
    private static readonly (string Hook, (string, string)[] Always, (string Name, string Value)[][] Variants)[] Hooks =
    [
        ("ClassifyContact", [], [
            [("text", "I lost my card")],
            [("@text", "I lost my card")],
            [("transcript", "I lost my card")],
            [("inputTranscript", "I lost my card")],
            [("message", "I lost my card")],
            [("utterance", "I lost my card")],
            [("subject", "Card lost"), ("body", "I lost my card")],
            [("intent", "CardLost"), ("intentConfidence", "0.9")],
            [("intentName", "CardLost")],
            [("dtmf", "1"), ("menu", "1=card_lost,2=fraud")],
            [("digits", "2"), ("menu", "1=card_lost,2=fraud")],
            [("text", "ich habe meine Karte verloren"), ("language", "de")],
            [("text", "what a sunny day")]]),
        ("RouteContact", [("topic", "billing_question")], [
            [("topic", "card_lost")],
            [("topic", "technical_problem")],
            [("topic", "none"), ("queue", "Cards")],
            [("segment", "gold")],
            [("@segment", "gold")],
            [("customerSegment", "gold")],
            [("tier", "gold")],
            [("sentiment", "-0.9")],
            [("language", "de")],
            [("spokenLanguage", "de")],
            [("languageAssumed", "yes")],
            [("urgency", "high")],
            [("recentContacts", "5")],
            [("topic", "card_lost"), ("callback", "no")],
            [("answer", "json")]]),
        ("CheckService", [("uses", "verify-caller")], [
            [("uses", "crm")],
            [("queue", "Cards")],
            [("topic", "card_lost")],
            [("uses", "crm"), ("language", "de")],
            [("uses", "crm"), ("spokenLanguage", "de")]]),
        ("LookUpCustomer", [], [
            [("skip", "crm")],
            [("skip", "yes")]]),
        ("AnswerQuestion", [], [
            [("text", "how do I block my card")],
            [("text", "wie sperre ich meine Karte"), ("language", "de")],
            [("text", "what a sunny day")],
            [("helped", "yes"), ("article", "card-lost")],
            [("helped", "no")],
            [("helped", "perhaps")]]),
        ("Recommend", [], [
            [("topic", "card_lost"), ("segment", "gold")],
            [("mood", "negative"), ("openCases", "2")],
            [("customerSince", "2019"), ("segment", "silver")]]),
        ("RecordSurvey", [], [
            [("rating", "4")],
            [("@rating", "4")],
            [("dtmf", "4")],
            [("digits", "4")],
            [("comment", "nobody called back")],
            [("rating", "9")],
            [("rating", "1"), ("segment", "gold")],
            [("rating", "4"), ("ratedContactId", "no contact!")],
            [("rating", "4"), ("ratedQueue", "Cards")],
            [("rating", "4"), ("topic", "card_lost")]]),
        ("RecordCallback", [], [
            [("queue", "Cards")],
            [("queue", "Nobody's")]]),
        ("ReportFault", [("kind", "noAudio"), ("agentName", "ann")], [
            [("kind", "screen-frozen")],
            [("kind", "?")],
            [("title", "no dial tone"), ("kind", "other")],
            [("queue", "Cards")],
            [("text", "three of us")],
            [("language", "de")]]),
        ("RecordCorrection", [("text", "I lost my card")], [
            [("correctTopic", "card_lost")],
            [("correctTopic", "?")]]),
        ("TrackSentiment", [], [
            [("text", "I hate waiting")]]),
    ];

    /// <summary>Alarms that are red meanwhile: the customer system, and a queue.</summary>
    private static readonly string[] Alarms =
    [
        InvokeTests.ApiAlarm,
        Recorded.Message("cc-prod/queue-full/Cards", "ALARM", "2026-03-02T08:58:00.000+0000", queue: "Cards"),
    ];

    public static async Task<IEnumerable<string>> LinesAsync()
    {
        var lines = new List<string>();
        foreach (var (hook, always, variants) in Hooks)
        {
            using var probe = await Probe.CreateAsync(hook == "CheckService" ? Alarms : []);
            var plain = await probe.AskAsync(hook, probe.Contact(always, []));
            lines.Add($"{hook} {Text(always)}".TrimEnd());
            lines.AddRange(plain.Select(line => $"  {line}"));
            foreach (var variant in variants)
            {
                var parameters = always.Where(one => variant.All(other => other.Name != one.Item1)).Concat(variant);
                var kinds = parameters.ToLookup(each => each.Item1[0] == Attribute, each => (each.Item1.TrimStart(Attribute), each.Item2));
                var answer = await probe.AskAsync(hook, probe.Contact(kinds[false], kinds[true]));
                lines.Add($"  with {Text(variant)}");
                lines.AddRange(Changes(plain, answer).DefaultIfEmpty("changes nothing").Select(line => $"    {line}"));
            }
        }

        return lines;
    }

    /// <summary>Members that are others than without it, and metrics that are told now, or no longer.</summary>
    private static IEnumerable<string> Changes(IReadOnlyList<string> before, IReadOnlyList<string> now) =>
    [
        .. now.Except(before),
        .. before.Except(now).Where(line => line.StartsWith("metric", StringComparison.Ordinal)).Select(line => $"no {line}"),
    ];

    private static string Text(IEnumerable<(string Name, string Value)> parameters) =>
        string.Join(", ", parameters.Select(parameter => $"{parameter.Name} \"{parameter.Value}\""));
}
