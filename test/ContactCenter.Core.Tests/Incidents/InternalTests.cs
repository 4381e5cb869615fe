using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Incidents;

/// <summary>Whether a P1 says that customers are not served, which is what AWS Support is asked for.</summary>
public sealed class InternalTests
{
    [Fact]
    public void A_missing_heartbeat_is_a_P1_that_says_nothing_of_customers()
    {
        var desk = new Desk();

        desk.Red("heartbeat-missing", "escalation-clock", 0);

        Assert.Equal((Severity.P1, true), (desk.Messages[0].Message.Severity, desk.Messages[0].Message.IsInternal));
    }

    [Fact]
    public void A_full_queue_is_a_P1_that_says_that_customers_are_not_served()
    {
        var desk = new Desk();

        desk.Red("queue-full", "Billing", 0);

        Assert.Equal((Severity.P1, false), (desk.Messages[0].Message.Severity, desk.Messages[0].Message.IsInternal));
    }

    [Fact]
    public void What_the_center_rates_P1_itself_is_still_no_case_when_customers_do_not_feel_it()
    {
        var desk = new Desk(Desk.Center(center =>
            center.Alarms = new Dictionary<string, AlarmOverride> { ["dead-letters"] = new() { Severity = Severity.P1 } }));

        desk.Red("dead-letters", "incidents-dead", 0);

        Assert.Equal((Severity.P1, true), (desk.Messages[0].Message.Severity, desk.Messages[0].Message.IsInternal));
    }

    [Fact]
    public void One_alarm_that_customers_feel_is_enough()
    {
        var desk = new Desk();
        desk.Red("heartbeat-missing", "bank", 0);

        desk.Receive(Alarms.Change("own-function-errors", "bank", AlarmState.Alarm, Desk.At(1)) with
        {
            AlarmName = "of others",
            AlarmArn = "arn:of:others",
            Description = """{"severity":"P1","group":"system"}""",
            Metrics = [new MetricSource { Namespace = "Shop", Name = "Open", Statistic = "Sum", Dimensions = [new("Component", "bank")] }],
        });
        desk.PassTo(10);

        Assert.Equal((true, false), (desk.Messages[0].Message.IsInternal, desk.Messages[^1].Message.IsInternal));
    }
}
