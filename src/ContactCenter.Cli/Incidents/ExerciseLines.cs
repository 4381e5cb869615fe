using System.Globalization;
using System.Text.Json;

namespace ContactCenter.Cli.Incidents;

/// <summary>What the API answers of exercises, in lines for people.</summary>
internal static class ExerciseLines
{
    /// <summary>Packaged scenarios, one line each, with what keeps one from being played here.</summary>
    public static void Scenarios(JsonElement list)
    {
        foreach (var scenario in list.GetProperty("items").EnumerateArray())
        {
            Console.WriteLine(
                $"{Text(scenario, "name"),-22} {Text(scenario, "kind"),-10} {scenario.GetProperty("minutes").GetInt32(),3} min  "
                + Text(scenario, "title"));
            foreach (var problem in scenario.GetProperty("problems").EnumerateArray())
            {
                Console.WriteLine($"  {problem.GetString()}");
            }
        }
    }

    /// <summary>Exercises, one line each.</summary>
    public static void List(JsonElement page)
    {
        if (page.GetProperty("items").GetArrayLength() == 0)
        {
            Console.WriteLine(Say.NoExercises);
        }

        foreach (var exercise in page.GetProperty("items").EnumerateArray())
        {
            Console.WriteLine(Line(exercise));
        }

        if (Text(page, "next") is { } next)
        {
            Console.WriteLine(Say.ThereAreMore(next));
        }
    }

    /// <summary>One exercise with its score.</summary>
    public static void One(JsonElement exercise)
    {
        Console.WriteLine(Line(exercise));
        Console.WriteLine($"  {Say.ExerciseIncident(Text(exercise, "incident")!, Text(exercise, "startedBy")!, Time(exercise, "endsAt"))}");
        if (!exercise.TryGetProperty("score", out var score))
        {
            return;
        }

        Console.WriteLine($"  {Text(score, "summary")}");
        foreach (var aim in score.GetProperty("aims").EnumerateArray())
        {
            Console.WriteLine($"    [{Mark(Text(aim, "outcome"))}] {Text(aim, "text")}");
        }

        foreach (var person in score.GetProperty("people").EnumerateArray())
        {
            Console.WriteLine($"  {Text(person, "name")}: {Text(person, "text")}");
        }
    }

    /// <summary>Whom an exercise would tell when, and what stands against it.</summary>
    public static void Preview(JsonElement preview)
    {
        Console.WriteLine($"{Text(preview, "scenario")}: {Text(preview, "title")}");
        var refusal = Text(preview, "refusal");
        foreach (var why in preview.GetProperty("why").EnumerateArray())
        {
            Console.WriteLine($"  {Say.NotNow(refusal!, Core.Common.CleanText.Line(why.GetString(), 500))}");
        }

        if (refusal == "nobodyTold")
        {
            Console.WriteLine($"  {Say.NobodyWouldBeTold}");
        }

        foreach (var message in preview.GetProperty("messages").EnumerateArray())
        {
            var night = message.GetProperty("isNight").GetBoolean() ? $"  ({Say.ItIsNight})" : "";
            Console.WriteLine(
                $"  {Time(message, "at")}  {Text(message, "severity")} {Text(message, "occasion"),-10}  "
                + $"{Text(message, "audience")}, {Text(message, "channel")} {Text(message, "to")}{night}");
        }
    }

    /// <summary>Who has practised what and when; who should next comes first.</summary>
    public static void Record(JsonElement record)
    {
        var people = record.GetProperty("people");
        if (people.GetArrayLength() == 0)
        {
            Console.WriteLine(Say.NobodyTakesTurns);
        }

        foreach (var person in people.EnumerateArray())
        {
            var last = person.TryGetProperty("lastAt", out _) ? Time(person, "lastAt") : Say.NeverPractised;
            var next = Text(person, "nextKind") is { } kind ? Say.PractiseNext(kind) : "";
            Console.WriteLine($"{Text(person, "name"),-24} {last,-17}  {person.GetProperty("count").GetInt32(),3}  {next}");
            foreach (var practised in person.GetProperty("kinds").EnumerateObject())
            {
                Console.WriteLine($"  {practised.Name,-22} {Time(person.GetProperty("kinds"), practised.Name)}");
            }
        }
    }

    private static string Line(JsonElement exercise)
    {
        var state = Text(exercise, "end") is { } end
            ? $"{end}{(Text(exercise, "endedBy") is { } by ? $", {by}" : "")}"
            : Say.ExerciseUnderWay($"{exercise.GetProperty("played").GetInt32()}", $"{exercise.GetProperty("events").GetInt32()}");
        return $"{Text(exercise, "id")}  {Time(exercise, "startedAt")}  {Text(exercise, "scenario")}  {state}  {Text(exercise, "title")}";
    }

    private static string Mark(string? outcome) => outcome switch
    {
        "met" => "x",
        "partly" => "~",
        _ => " ",
    };

    private static string? Text(JsonElement json, string name) => ApiConnection.Text(json, name);

    private static string Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var at) && at.TryGetDateTimeOffset(out var time)
            ? time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
            : "";
}
