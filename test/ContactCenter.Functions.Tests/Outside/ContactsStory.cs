using System.Text.Json.Nodes;
using ContactCenter.Functions.Tests.Contacts;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>A quarter of an hour of contacts in which everything happens that the table of contacts has an item for.</summary>
internal static class ContactsStory
{
    private const string Instance = "arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555";

    public static async Task RunAsync(World world)
    {
        var functions = world.Functions;
        _ = functions.Aws.Connect
            .Queue("Billing", 1)
            .Value(1, "VOICE", "CONTACTS_IN_QUEUE", 3).Value(1, "VOICE", "OLDEST_CONTACT_AGE", 45_000)
            .Value(1, "VOICE", "AGENTS_STAFFED", 4).Value(1, "VOICE", "AGENTS_AVAILABLE", 1).Value(1, "AGENTS_ON_CONTACT", 3)
            .Value(1, "VOICE", "CONTACTS_QUEUED", 30).Value(1, "VOICE", "AVG_HANDLE_TIME", 240).Value(1, "VOICE", "ABANDONMENT_RATE", 5);
        world.At(0);
        _ = await functions.InvokeAsync("CollectConnectMetrics", OutsideEvents.Schedule);
        _ = await functions.InvokeAsync("ClassifyContact", Said("c-1", "my parcel has not arrived"));
        world.At(5);
        // what the model answered, and what the day was about
        var counted = functions.Aws.WhenDone("UpdateItem", times: 2);
        _ = await functions.InvokeAsync("ClassifyContact", Said("c-2", "I was billed twice"), counted);
        _ = await functions.InvokeAsync("RecordCorrection", Said("c-2", "I was billed twice", ("correctTopic", "billing")));
        _ = await functions.InvokeAsync(
            "RecordSurvey", Said("c-1", "", ("rating", "2"), ("comment", "nobody called back"), ("topic", "billing")));
        _ = await functions.InvokeAsync("RecordCallback", Said("c-4", "", ("queue", "Billing")));
        _ = await functions.InvokeAsync("LookUpCustomer", FlowEvents.Voice("{}"));
        _ = await functions.InvokeAsync("TrackSentiment", Said("c-3", "I hate waiting"));
        _ = await functions.InvokeAsync("TrackSentiment", Queued("e-1", "c-3"));
    }

    /// <summary>A contact that has a text and parameters of its block.</summary>
    public static string Said(string contact, string words, params (string Name, string Value)[] parameters)
    {
        var request = JsonNode.Parse(FlowEvents.Voice("{}").Replace(FlowEvents.ContactId, contact, StringComparison.Ordinal))!;
        foreach (var (name, value) in parameters.Append(("text", words)).Where(parameter => parameter.Item2.Length > 0))
        {
            request["Details"]!["Parameters"]![name] = value;
        }

        return request.ToJsonString();
    }

    /// <summary>A contact event: a contact waits in the queue Billing.</summary>
    public static string Queued(string id, string contact) => new JsonObject
    {
        ["id"] = id,
        ["detail-type"] = "Amazon Connect Contact Event",
        ["detail"] = new JsonObject
        {
            ["eventType"] = "QUEUED",
            ["contactId"] = contact,
            ["queueInfo"] = new JsonObject { ["queueArn"] = $"{Instance}/queue/00000000-0000-0000-0000-000000000001" },
        },
    }.ToJsonString();
}
