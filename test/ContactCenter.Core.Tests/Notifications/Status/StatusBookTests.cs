using System.Collections.Immutable;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Core.Tests.Notifications.Status;

public sealed class StatusBookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly StatusPageSettings Page = StatusPages.InTwoLanguages;

    [Fact]
    public void What_is_published_has_who_approved_it_and_when_the_next_update_comes()
    {
        var (record, notice, refusal) = StatusBook.Publish(StatusRecord.Empty, Said(), Page, Noon);

        Assert.Null(refusal);
        Assert.Equal((1, "ada", Noon.AddMinutes(30)), (notice!.Number, notice.Updates[0].ApprovedBy, notice.NextUpdateAt));
        Assert.Equal(ComponentState.MajorOutage, record!.StateOf("phone"));
        Assert.Equal(ComponentState.Operational, record.StateOf("chat"));
    }

    [Fact]
    public void A_promised_update_that_has_not_come_is_late_until_it_comes()
    {
        var record = Published(Said());

        Assert.False(record.Notices[0].IsLate(Noon.AddMinutes(30)));
        Assert.True(record.Notices[0].IsLate(Noon.AddMinutes(31)));

        var (after, _, _) = StatusBook.Publish(
            record, Said() with { Notice = 1, NextUpdateAt = Noon.AddMinutes(61) }, Page, Noon.AddMinutes(31));

        Assert.False(after!.Notices[0].IsLate(Noon.AddMinutes(31)));
    }

    [Fact]
    public void What_is_over_promises_nothing_and_is_as_usual()
    {
        var (record, notice, _) = StatusBook.Publish(
            Published(Said()), Said() with { Notice = 1, Phase = NoticePhase.Resolved, NextUpdateAt = null }, Page, Noon.AddHours(1));

        Assert.Null(notice!.NextUpdateAt);
        Assert.False(notice.IsLate(Noon.AddDays(1)));
        Assert.Equal(ComponentState.Operational, record!.StateOf("phone"));
    }

    [Fact]
    public void A_correction_takes_nothing_away_also_of_what_is_over()
    {
        var end = Said() with { Notice = 1, Phase = NoticePhase.Resolved, NextUpdateAt = null };
        var over = StatusBook.Publish(Published(Said()), end, Page, Noon.AddHours(1)).Record!;

        var (_, notice, refusal) = StatusBook.Publish(
            over,
            Said() with { Notice = 1, Phase = NoticePhase.Resolved, NextUpdateAt = null, IsCorrection = true },
            Page,
            Noon.AddHours(2));

        Assert.Null(refusal);
        Assert.Equal([false, false, true], notice!.Updates.Select(static update => update.IsCorrection));
    }

    public static TheoryData<string, StatusRefusal> Impossible => new()
    {
        { "notice", StatusRefusal.NoSuchNotice },
        { "component", StatusRefusal.NoSuchComponent },
        { "nothing", StatusRefusal.NothingAffected },
        { "language", StatusRefusal.Words },
        { "long", StatusRefusal.Words },
        { "no promise", StatusRefusal.NextUpdate },
        { "past promise", StatusRefusal.NextUpdate },
        { "far promise", StatusRefusal.NextUpdate },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_cannot_be_meant_is_refused(string what, StatusRefusal expected)
    {
        var said = what switch
        {
            "notice" => Said() with { Notice = 7 },
            "component" => Said() with { Components = new Dictionary<string, ComponentState> { ["fax"] = ComponentState.Degraded } },
            "nothing" => Said() with { Components = null },
            "language" => Said() with { Words = new Dictionary<string, string> { ["en"] = "Words." } },
            "long" => Said() with { Words = new Dictionary<string, string> { ["en"] = new('x', 1001), ["de"] = "Worte." } },
            "no promise" => Said() with { NextUpdateAt = null },
            "past promise" => Said() with { NextUpdateAt = Noon },
            _ => Said() with { NextUpdateAt = Noon.AddDays(2) },
        };

        Assert.Equal(expected, StatusBook.Publish(StatusRecord.Empty, said, Page, Noon).Refusal);
    }

    private static StatusRecord Published(SaidStatus said) => StatusBook.Publish(StatusRecord.Empty, said, Page, Noon).Record!;

    private static SaidStatus Said() => new()
    {
        Phase = NoticePhase.Investigating,
        Components = new Dictionary<string, ComponentState> { ["phone"] = ComponentState.MajorOutage },
        Words = ImmutableDictionary.CreateRange([KeyValuePair.Create("en", "Words."), KeyValuePair.Create("de", "Worte.")]),
        NextUpdateAt = Noon.AddMinutes(30),
        ApprovedBy = "ada",
    };
}

/// <summary>Pages for tests.</summary>
internal static class StatusPages
{
    public static StatusPageSettings InTwoLanguages { get; } = new()
    {
        Region = "eu-west-1",
        Title = new Dictionary<string, string> { ["en"] = "Acme service", ["de"] = "Acme-Service" },
        Languages = ["en", "de"],
        Components =
        [
            new()
            {
                Id = "phone",
                Name = new Dictionary<string, string> { ["en"] = "Telephone", ["de"] = "Telefon" },
                Queues = ["Billing"],
            },
            new() { Id = "chat", Name = new Dictionary<string, string> { ["en"] = "Chat" } },
        ],
    };
}
