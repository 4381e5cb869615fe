using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Remediation.Ended;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Whether a repair helped, by what the same times of other weeks did.</summary>
public sealed class RemediationEffectTests
{
    private static readonly DateTimeOffset Asked = QueueWeeks.Monday.AddMinutes(35);

    [Fact]
    public void A_wait_that_falls_more_than_in_any_other_week_says_that_it_helped() =>
        Assert.Equal(RemediationVerdict.Helped, Of(6, before: 20_000, after: 2_000).Verdict);

    [Fact]
    public void A_wait_that_rises_more_than_in_any_other_week_says_that_it_did_not() =>
        Assert.Equal(RemediationVerdict.DidNotHelp, Of(6, before: 2_000, after: 20_000).Verdict);

    [Fact]
    public void A_wait_that_does_what_it_does_every_week_says_nothing() =>
        Assert.Equal(RemediationVerdict.CannotTell, Of(6, before: 960, after: 960).Verdict);

    [Fact]
    public void Beside_three_weeks_nothing_can_be_told_from_chance()
    {
        var effect = Of(3, before: 20_000, after: 2_000);

        Assert.Equal((RemediationVerdict.CannotTell, RemediationBasis.Waiting, 3), (effect.Verdict, effect.Basis, effect.Weeks));
    }

    [Fact]
    public void Requests_that_were_turned_away_before_and_after_say_it_where_they_were_counted()
    {
        var lease = new LeaseRecord
        {
            Remediation = "heal-capacity",
            Resource = "customers",
            GrantedAt = Asked,
            LookedAt = Asked,
            Reason = "It was throttled.",
            ThrottledBefore = 100,
            ThrottledAfter = 10,
        };

        var effect = RemediationEffect.Of(
            new RemediationRecord("heal-capacity customers", Asked, null, null), [lease], [], TimeZoneInfo.Utc);

        Assert.Equal((RemediationVerdict.Helped, RemediationBasis.Throttling, 100d), (effect.Verdict, effect.Basis, effect.Before));
    }

    [Theory]
    [InlineData(100L, 10L, 0, true, RemediationBasis.Throttling)]
    [InlineData(100L, 120L, 0, false, RemediationBasis.Throttling)]
    [InlineData(100L, 120L, 32, true, RemediationBasis.Saved)]
    [InlineData(0L, 0L, 7, true, RemediationBasis.Saved)]
    [InlineData(0L, 0L, 0, null, RemediationBasis.Throttling)]
    [InlineData(null, null, null, null, RemediationBasis.Nothing)]
    public void What_an_incident_says_of_a_repair_is_what_its_lease_says(
        long? before, long? after, int? saved, bool? helped, RemediationBasis basis)
    {
        var lease = Lease("customers", Asked) with { ThrottledBefore = before, ThrottledAfter = after, MinutesSaved = saved };
        var repair = new RemediationRecord("heal-capacity customers", Asked, "Raised.", Helped: true);

        Assert.Equal(helped, lease.Helped);
        Assert.Equal(helped, RemediationEffect.Helped(repair, [lease]));
        var effect = RemediationEffect.Of(repair, [lease], [], TimeZoneInfo.Utc);
        Assert.Equal(basis, effect.Basis);
        Assert.Equal(
            helped switch { true => RemediationVerdict.Helped, false => RemediationVerdict.DidNotHelp, _ => RemediationVerdict.CannotTell },
            effect.Verdict);
    }

    [Fact]
    public void A_lease_that_was_held_already_and_one_of_the_table_of_an_index_are_of_the_repair()
    {
        var lease = Lease("customers", Asked.AddHours(-5)) with { MinutesSaved = 3, LookedAt = Asked.AddHours(1) };

        Assert.True(RemediationEffect.Helped(new("heal-capacity customers/by-phone", Asked, null, null), [lease]));
        Assert.Null(RemediationEffect.Helped(
            new("heal-capacity customers", Asked, null, null), [lease with { EndedAt = Asked.AddHours(-1) }]));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, false)]
    [InlineData(null, null)]
    public void A_repair_without_a_lease_helped_nobody_and_says_no_where_people_must_act(bool? reported, bool? helped)
    {
        var repair = new RemediationRecord("heal-capacity customers", Asked, "It is at its maximum.", reported);

        Assert.Equal(helped, RemediationEffect.Helped(repair, []));
        Assert.Equal(
            helped == false ? RemediationBasis.Report : RemediationBasis.Nothing,
            RemediationEffect.Of(repair, [], [], TimeZoneInfo.Utc).Basis);
    }

    private static LeaseRecord Lease(string resource, DateTimeOffset granted) => new()
    {
        Remediation = "heal-capacity",
        Resource = resource,
        GrantedAt = granted,
        LookedAt = granted,
        Reason = "It was throttled.",
    };

    private static RemediationEffect Of(int weeks, long before, long after) => RemediationEffect.Of(
        new RemediationRecord("heal-functions lookup", Asked, null, null),
        [],
        QueueWeeks.Of(weeks, (at, usual) => usual with
        {
            AnswerSeconds = at == QueueWeeks.Monday ? before : at == QueueWeeks.Monday.AddHours(1) ? after : usual.AnswerSeconds,
        }),
        TimeZoneInfo.Utc);
}
