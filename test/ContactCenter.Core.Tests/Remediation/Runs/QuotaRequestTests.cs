using ContactCenter.Core.Remediation.Capacity;
using static ContactCenter.Core.Tests.Remediation.Capacity.TableStates;

namespace ContactCenter.Core.Tests.Remediation.Runs;

/// <summary>The request for a higher quota that people only have to send.</summary>
public sealed class QuotaRequestTests
{
    private static readonly CapacityRemediation Remediation = new();

    [Fact]
    public void It_names_the_code_the_current_and_the_asked_value_the_page_and_the_command()
    {
        var text = CapacityQuotas.OfTable(CapacityKind.Write, 40_000, 52_000).Text;

        Assert.Equal(
            "Ask for 60000 write units of one table instead of 40000 at "
                + "https://console.aws.amazon.com/servicequotas/home/services/dynamodb/quotas/L-AB614373 or with: aws service-quotas "
                + "request-service-quota-increase --service-code dynamodb --quota-code L-AB614373 --desired-value 60000",
            text);
    }

    [Fact]
    public void It_asks_for_what_is_needed_when_that_is_more_than_half_as_much_again() =>
        Assert.Equal(200_000, CapacityQuotas.OfAccount(CapacityKind.Read, 80_000, 200_000).Asked);

    [Fact]
    public void A_table_at_the_accounts_quota_is_raised_as_far_as_it_goes_and_people_get_the_request()
    {
        var state = Table(100, [.. Level(80), 400, 400]) with
        {
            AccountLeft = new Throughput(50, 50),
            AccountQuota = new Throughput(80_000, 80_000)
        };

        var plan = Remediation.Plan(state, Limits, null, Now);

        Assert.Equal(150, plan.Change!.Update.Table!.Value.Reads);
        Assert.Contains("--quota-code L-34F6A552 --desired-value 120000", plan.PeopleMust, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BillingMode.Provisioned, "L-34F6A552")]
    [InlineData(BillingMode.OnDemand, "L-CF0CBE56")]
    public void What_a_quota_turned_away_asks_for_that_quota(BillingMode billing, string code)
    {
        var state = Table(100, [.. Level(80), 400, 400], ThrottleCause.AccountLimit) with { Billing = billing };

        Assert.Contains($"--quota-code {code} ", Remediation.Plan(state, Limits, null, Now).PeopleMust, StringComparison.Ordinal);
    }
}
