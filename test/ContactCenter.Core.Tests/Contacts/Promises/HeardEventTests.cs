using System.Text;
using ContactCenter.Core.Contacts.Promises;

namespace ContactCenter.Core.Tests.Contacts.Promises;

public sealed class HeardEventTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("INITIATED", HeardKind.Begun, "\"initiationTimestamp\":\"2026-11-16T11:50:00.000Z\"", 10)]
    [InlineData("QUEUED", HeardKind.Queued, "\"queueInfo\":{\"enqueueTimestamp\":\"2026-11-16T11:55:00.000Z\"}", 5)]
    [InlineData("CONNECTED_TO_AGENT", HeardKind.Answered, "\"agentInfo\":{\"connectedToAgentTimestamp\":\"2026-11-16T11:58:00Z\"}", 2)]
    [InlineData("DISCONNECTED", HeardKind.Ended, "\"DisconnectTimestamp\":\"2026-11-16T11:59:00Z\"", 1)]
    public void An_event_says_what_happened_to_which_contact_and_when(string type, HeardKind kind, string times, int before)
    {
        var heard = Read($$$"""
            {"time":"2026-11-16T11:00:00Z","detail":{"eventType":"{{{type}}}","contactId":"b","initialContactId":"a","channel":"VOICE",
             "initiationMethod":"TRANSFER",{{{times}}} } }
            """);

        Assert.Equal(new HeardEvent("b", "a", kind, Now.AddMinutes(-before), IsTransfer: true), heard);
    }

    [Fact]
    public void A_time_that_has_not_happened_is_that_of_the_event_and_none_is_later_than_now()
    {
        var printed = Read("""
            {"time":"2026-11-16T11:30:00Z","detail":{"eventType":"CONNECTED_TO_AGENT","contactId":"a","initiationMethod":"INBOUND",
             "agentInfo":{"connectedToAgentTimestamp":"1970-01-01T00:00:00.001Z"}}}
            """);
        var ahead = Read("""{"detail":{"eventType":"DISCONNECTED","contactId":"a","disconnectTimestamp":"2027-01-01T00:00:00Z"}}""");

        Assert.Equal((Now.AddMinutes(-30), "a", false), (printed!.At, printed.InitialId, printed.IsTransfer));
        Assert.Equal(Now, ahead!.At);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("""{"detail":{"eventType":"CONTACT_DATA_UPDATED","contactId":"a"}}""")]
    [InlineData("""{"detail":{"eventType":"QUEUED","contactId":"not an id!"}}""")]
    [InlineData("""{"detail":{"eventType":"CONNECTED_TO_AGENT","contactId":"a","initiationMethod":"OUTBOUND"}}""")]
    [InlineData("""{"detail":{"eventType":["QUEUED"],"contactId":{"a":1}}}""")]
    public void What_is_no_event_of_a_customers_contact_says_nothing(string json) => Assert.Null(Read(json));

    private static HeardEvent? Read(string json) => HeardEvent.Read(Encoding.UTF8.GetBytes(json), Now);
}
