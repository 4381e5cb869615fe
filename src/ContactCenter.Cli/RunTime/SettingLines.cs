using System.Globalization;
using System.Text.Json;
using ContactCenter.Cli.Incidents;

namespace ContactCenter.Cli.RunTime;

/// <summary>What the API answers of settings, in lines for people.</summary>
/// <param name="zone">By which clock.</param>
/// <param name="now">The time.</param>
internal sealed class SettingLines(TimeZoneInfo zone, DateTimeOffset now)
{
    private const string Indent = "    ";

    /// <summary>Settings that are not over.</summary>
    public void List(JsonElement list)
    {
        var items = list.GetProperty("items");
        if (items.GetArrayLength() == 0)
        {
            Print(Say.NothingDecided);
        }

        foreach (var item in items.EnumerateArray())
        {
            One(item);
        }
    }

    /// <summary>One setting.</summary>
    public void One(JsonElement view)
    {
        var setting = view.GetProperty("setting");
        var state = setting.GetProperty("from").GetDateTimeOffset() > now ? Say.SettingBegins : Say.SettingHolds;
        Console.WriteLine($"{Text(setting, "id"),-18} {state}  {Text(view, "subject")}");
        Details(setting);
    }

    /// <summary>An act that was just done.</summary>
    public void Done(JsonElement act)
    {
        Act(act);
        Print(Say.UndoneBy(Text(act, "id")));
    }

    /// <summary>A page of the audit.</summary>
    public void Audit(JsonElement page)
    {
        foreach (var act in page.GetProperty("items").EnumerateArray())
        {
            Act(act);
        }

        if (page.GetProperty("items").GetArrayLength() == 0)
        {
            Print(Say.NoActs);
        }

        Next(page);
    }

    /// <summary>What a setting would do.</summary>
    public void Preview(JsonElement preview)
    {
        foreach (var problem in Items(preview, "problems"))
        {
            var field = Text(problem, "field");
            Print(Say.CannotBeSaved(
                (field.Length > 0 ? $"{field}: " : "")
                    + Say.FoundNotRight(Spoken.Now.Reply(Text(problem, "found")), Spoken.Now.Reply(Text(problem, "expected")))));
        }

        foreach (var alarm in Items(preview, "hiddenNow"))
        {
            Print(Say.WouldHide(
                Text(alarm, "severity"), Text(alarm, "name"), Time(alarm, "since")));
        }

        if (preview.GetProperty("hiddenEvents").GetInt32() is > 0 and var events)
        {
            Print(Say.WouldHaveHidden($"{events}"));
        }

        foreach (var turn in Items(preview, "turns"))
        {
            Console.WriteLine($"{Indent}{Span(turn)}  {Person(turn, "before")} → {Person(turn, "after")}");
        }

        foreach (var warning in Items(preview, "warnings"))
        {
            Print(warning.GetString() switch
            {
                "noEffect" => Say.WarnsNoEffect,
                "gap" => Say.WarnsGap,
                "nobody" => Say.WarnsNobody,
                "hidesGrave" => Say.WarnsHidesGrave,
                "waitingStay" => Say.WarnsWaitingStay,
                _ => Say.WarnsOther(Clean(warning)),
            });
        }

        Print(Say.NothingSaved);
    }

    /// <summary>True for a preview of what could not be saved.</summary>
    public static bool HasProblems(JsonElement preview) => preview.GetProperty("problems").GetArrayLength() > 0;

    /// <summary>Who is on call.</summary>
    public void OnCall(JsonElement list)
    {
        foreach (var schedule in list.GetProperty("items").EnumerateArray())
        {
            Console.WriteLine(Text(schedule, "schedule"));
            foreach (var turn in Items(schedule, "turns"))
            {
                var (who, inFile) = (Person(turn, "participant"), Person(turn, "inFile"));
                Console.WriteLine($"{Indent}{Span(turn)}  {who}{(who == inFile ? "" : $"  {Say.InPlaceOf(inFile)}")}");
            }
        }

        if (list.GetProperty("items").GetArrayLength() == 0)
        {
            Print(Say.NoSchedules);
        }
    }

    /// <summary>Thresholds that differ from the file.</summary>
    public static void Thresholds(JsonElement list)
    {
        foreach (var one in list.GetProperty("items").EnumerateArray())
        {
            Print(Say.DiffersFromFile(Text(one, "name"), Number(one, "threshold"), Number(one, "ofFile")));
        }

        if (list.GetProperty("items").GetArrayLength() == 0)
        {
            Print(Say.NoDifference);
        }
    }

    /// <summary>Mutes of an incident's alarms.</summary>
    public void Muted(JsonElement answer)
    {
        foreach (var act in answer.GetProperty("acts").EnumerateArray())
        {
            Done(act);
        }
    }

    /// <summary>That there is a next page, where there is one.</summary>
    public static void Next(JsonElement page)
    {
        if (ApiConnection.Text(page, "next") is { } next)
        {
            Print(Say.MoreBehind(next));
        }
    }

    private void Act(JsonElement act)
    {
        var setting = act.TryGetProperty("after", out var after) ? after : act.GetProperty("before");
        var verb = Text(act, "verb") switch
        {
            "made" => Say.VerbMade,
            "changed" => Say.VerbChanged,
            "ended" => Say.VerbEnded,
            _ => Say.VerbUndone,
        };
        Console.WriteLine($"{Text(setting, "id"),-18} {verb}  {Time(act, "at")}");
        Console.WriteLine($"{Indent}{Say.DecidedBy(Text(act, "author"), Text(act, "reason"))}");
        Console.WriteLine($"{Indent}{Lasts(setting)}");
        Console.WriteLine($"{Indent}{Say.ActCalled(Text(act, "id"))}");
    }

    private void Details(JsonElement setting)
    {
        Console.WriteLine($"{Indent}{Lasts(setting)}");
        Console.WriteLine($"{Indent}{Say.DecidedBy(Text(setting, "author"), Text(setting, "reason"))}");
    }

    private string Lasts(JsonElement setting)
    {
        var from = Time(setting, "from");
        return setting.TryGetProperty("until", out _)
            ? Say.LastsUntil(from, Time(setting, "until"))
            : Say.LastsWithoutEnd(from);
    }

    private string Span(JsonElement turn) => $"{Time(turn, "from")} – {Time(turn, "to")}";

    private string Time(JsonElement json, string name) => Moment.Words(json.GetProperty(name).GetDateTimeOffset(), zone);

    private static string Person(JsonElement json, string name) => ApiConnection.Text(json, name) ?? Say.Nobody;

    private static void Print(string sentence) => Console.WriteLine(sentence);

    private static string Text(JsonElement json, string name) => ApiConnection.Text(json, name) ?? "";

    private static string Clean(JsonElement text) => Core.Common.CleanText.Line(text.GetString(), 200);

    private static string Number(JsonElement json, string name) =>
        json.GetProperty(name).GetDouble().ToString(CultureInfo.InvariantCulture);

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;
}
