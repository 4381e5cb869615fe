using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using static ContactCenter.Core.Tests.Validation.Rule;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What is severe lies beyond the threshold of every alarm as it is deployed.</summary>
public sealed class SevereRuleTests
{
    [Fact]
    public void What_is_severe_is_beyond_the_threshold_of_every_resource() => Broken(
        root => root["alarms"]!["queue-size"] = JsonNode.Parse("""{"threshold":20,"severe":40,"resources":{"General":40,"Billing":39}}"""),
        "$.alarms.queue-size.resources.General",
        "40",
        "expected a $.alarms.queue-size.severe above 40 (it is 40), or none, which moves with the threshold");

    [Fact]
    public void What_is_severe_is_beyond_what_a_queue_promises() => Broken(
        root => root["alarms"]!["queue-wait-time"] = JsonNode.Parse("""{"severe":290}"""),
        "$.queues[3].maximumWait",
        "5m",
        "expected a $.alarms.queue-wait-time.severe above 300 (it is 290)");

    [Fact]
    public void A_threshold_alone_is_never_beyond_what_is_severe() => Assert.Empty(SampleConfiguration.With(root =>
    {
        root["alarms"]!["queue-size"] = JsonNode.Parse("""{"threshold":200,"resources":{"General":1000}}""");
        root["alarms"]!["service-level"] = JsonNode.Parse("""{"threshold":20}""");
        root["alarms"]!["abandonment-rate"] = JsonNode.Parse("""{"threshold":99}""");
        root["queues"]![0]!["maximumWait"] = "2h";
    }).Problems);
}
