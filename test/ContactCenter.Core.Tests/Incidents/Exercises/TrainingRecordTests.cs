using System.Collections.Immutable;
using ContactCenter.Core.Incidents.Exercises;

namespace ContactCenter.Core.Tests.Incidents.Exercises;

/// <summary>Who has practised what, and who should next.</summary>
public sealed class TrainingRecordTests
{
    private static readonly string[] Kinds = ["bot", "storm", "table"];

    [Fact]
    public void Who_never_has_comes_before_who_has_not_for_longest()
    {
        var record = TrainingRecord.Of(
            [Played(1, "table", ("Ann", true), ("Ben", true)), Played(5, "bot", ("Ann", true))], ["Ann", "Ben", "Cleo"], Kinds);

        Assert.Equal(["Cleo", "Ben", "Ann"], record.People.Select(static person => person.Name));
    }

    [Fact]
    public void Who_was_told_and_did_nothing_has_not_practised()
    {
        var record = TrainingRecord.Of([Played(1, "table", ("Ben", false))], ["Ben"], Kinds);

        Assert.Equal((0, null), (record.People[0].Count, record.People[0].LastAt));
    }

    [Fact]
    public void The_next_kind_is_one_never_met_else_the_one_not_met_for_longest()
    {
        var all = TrainingRecord.Of(
            [Played(1, "table", ("Ann", true)), Played(2, "bot", ("Ann", true)), Played(3, "storm", ("Ann", true))], ["Ann"], Kinds);
        var some = TrainingRecord.Of([Played(1, "bot", ("Ann", true))], ["Ann"], Kinds);

        Assert.Equal(("table", "storm"), (all.People[0].NextKind, some.People[0].NextKind));
    }

    [Fact]
    public void Who_takes_part_without_turns_on_call_is_in_it_too()
    {
        var record = TrainingRecord.Of([Played(1, "table", ("Zoe", true))], ["Ann"], Kinds);

        Assert.Equal([("Ann", true), ("Zoe", false)], record.People.Select(static person => (person.Name, person.IsOnCall)));
    }

    private static Exercise Played(int day, string kind, params (string Name, bool Acted)[] people) => new()
    {
        Id = $"202603{day:D2}-090000",
        Scenario = new Scenario
        {
            Name = kind,
            Kind = kind,
            Title = ImmutableSortedDictionary<string, string>.Empty.Add("en", kind),
            Events = [],
        },
        StartedBy = "Ann",
        StartedAt = Desk.Monday.AddDays(day),
        EndsAt = Desk.Monday.AddDays(day).AddHours(1),
        Events = [],
        IncidentId = "7Q2M9KXA-1",
        Score = new ExerciseScore("", [], [.. people.Select(static one => new PersonDebrief(one.Name, null, one.Acted, ""))]),
    };
}
