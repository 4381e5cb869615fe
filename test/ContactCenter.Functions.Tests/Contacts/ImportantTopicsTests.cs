using ContactCenter.Core.Configuration;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>On which topics a new model must not be worse.</summary>
public sealed class ImportantTopicsTests
{
    private static readonly ContactCenterConfiguration Configuration = new()
    {
        Environment = "prod",
        Instance = new ConnectInstance
        {
            Arn = "arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
            Alias = "bank"
        },
        Routing = new RoutingSettings
        {
            Topics = new Dictionary<string, TopicRoute>
            {
                ["fraud"] = new() { Queue = "Cards", Emergency = true },
                ["billing_question"] = new() { Queue = "Billing" },
            },
        },
    };

    [Fact]
    public void They_are_the_emergencies_of_the_configuration() =>
        Assert.Equal(["fraud"], new FunctionEnvironment(Configuration, static _ => null).ImportantTopics);

    [Fact]
    public void An_operator_may_name_others() =>
        Assert.Equal(
            ["card_lost", "complaint"],
            new FunctionEnvironment(
                Configuration, static name => name == "IMPORTANT_TOPICS" ? "card_lost, complaint" : null).ImportantTopics);
}
