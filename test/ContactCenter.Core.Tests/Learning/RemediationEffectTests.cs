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

    private static RemediationEffect Of(int weeks, long before, long after) => RemediationEffect.Of(
        new RemediationRecord("heal-functions lookup", Asked, null, null),
        [],
        QueueWeeks.Of(weeks, (at, usual) => usual with
        {
            AnswerSeconds = at == QueueWeeks.Monday ? before : at == QueueWeeks.Monday.AddHours(1) ? after : usual.AnswerSeconds,
        }),
        TimeZoneInfo.Utc);
}
