using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Deployment;

public sealed class DeploymentNamesTests
{
    private static readonly ContactCenterConfiguration Sample = SampleConfiguration.Read();

    private static readonly DeploymentNames Names = DeploymentNames.Of(Sample);

    [Fact]
    public void Two_environments_share_no_name()
    {
        var other = Sample with { Environment = "test" };

        Assert.Empty(All(Sample).Intersect(All(other)));
    }

    [Fact]
    public void An_audience_reached_only_by_tools_needs_no_topic()
    {
        var tools = Sample with
        {
            Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["tools"] = [new Endpoint { Channel = Channel.Teams, To = "Ops" }]
            },
        };

        Assert.Empty(DeploymentNames.AudiencesWithTopic(tools));
    }

    [Fact]
    public void A_schedule_has_the_addresses_of_all_who_take_turns()
    {
        var schedule = new OnCallSettings
        {
            From = new DateOnly(2026, 1, 5),
            Participants = [Participant("Ada", Channel.Email, "ada@example.com"), Participant("Bo", Channel.Sms, "+4915112345678")],
        };

        var audience = DeploymentNames.AudiencesWithTopic(Sample with
        {
            OnCall = new Dictionary<string, OnCallSettings> { ["nights"] = schedule }
        }).Single(audience =>
            audience.Name == "nights");

        Assert.Equal(["ada@example.com", "+4915112345678"], audience.Endpoints.Select(endpoint => endpoint.To));
    }

    [Theory]
    [InlineData(
        "aws", "https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#dashboards/dashboard/cc-prod-executive")]
    [InlineData(
        "aws-us-gov",
        "https://eu-central-1.console.amazonaws-us-gov.com/cloudwatch/home?region=eu-central-1#dashboards/dashboard/cc-prod-executive")]
    public void A_dashboard_is_shown_by_the_console_of_its_partition(string partition, string expected)
    {
        var instance = Sample.Instance with
        {
            Arn = Sample.Instance.Arn.Replace("arn:aws:", $"arn:{partition}:", StringComparison.Ordinal)
        };

        Assert.Equal(expected, Names.DashboardLink(instance, "executive").ToString());
    }

    [Fact]
    public void Silence_of_this_system_is_told_to_the_first_who_are_told_of_a_P1() =>
        Assert.Equal(["oncall@bank.example"], SystemRecipients.Of(Sample));

    private static IEnumerable<string> All(ContactCenterConfiguration configuration)
    {
        var names = DeploymentNames.Of(configuration);
        return
        [
            .. names.Topics(configuration),
            .. names.DeadLetterQueues(configuration),
            .. SystemFunctions.All.Select(names.Function),
            names.Dashboard("executive")
        ];
    }

    private static OnCallParticipant Participant(string name, Channel channel, string to) =>
        new() { Name = name, Endpoints = [new Endpoint { Channel = channel, To = to }] };
}
