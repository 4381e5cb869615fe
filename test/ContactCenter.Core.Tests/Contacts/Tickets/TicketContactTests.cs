using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Tests.Contacts.Tickets;

public sealed class TicketContactTests
{
    private static readonly TicketSettings Settings = new() { System = TicketSystemKind.Webhook, To = "https://tickets.example/" };

    [Fact]
    public void A_contact_of_any_topic_gets_a_ticket_with_what_flows_have_noted_of_it()
    {
        var contact = TicketContact.Of(
            Record(("topic", "card_lost"), ("segment", "gold"), ("routedQueue", "Cards"), ("customerProfile", "arn:p")), Settings, "key")!;

        Assert.Equal(
            ("c-1", "VOICE", "card_lost", "gold", "Cards", "arn:p", "+15550100001", "key"),
            (contact.Id, contact.Channel, contact.Topic, contact.Segment, contact.Queue, contact.Profile, contact.Address, contact.Caller));
    }

    [Theory]
    [InlineData("card_lost", true)]
    [InlineData("CARD_LOST", true)]
    [InlineData("billing", false)]
    [InlineData("unsure", false)]
    [InlineData(null, false)]
    public void Where_topics_are_named_only_their_contacts_get_one(string? topic, bool gets) => Assert.Equal(
        gets,
        TicketContact.Of(
            topic is null ? Record() : Record(("topic", topic)), Settings with { Topics = ["card_lost"] }, null) is not null);

    [Fact]
    public void A_synthetic_contact_gets_none() =>
        Assert.Null(TicketContact.Of(Record(("isSynthetic", "yes")), Settings, null));

    [Theory]
    [InlineData("incident", "TASK", false)]
    [InlineData("callContactId", "TASK", false)]
    [InlineData("ratedContactId", "TASK", false)]
    [InlineData("link", "TASK", true)]
    [InlineData("incident", "CHAT", true)]
    public void A_task_of_the_system_itself_gets_none(string attribute, string channel, bool gets) => Assert.Equal(
        gets, TicketContact.Of(Record((attribute, "INC-1")) with { Channel = channel }, Settings, null) is not null);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_said_is_told_masked_and_only_where_the_file_says_so(bool summary)
    {
        var contact = TicketContact.Of(
            Record(("dialogueSaid", "card: 4111 1111 1111 1111")), Settings with { Summary = summary }, null)!;

        Assert.Equal(summary, contact.Said is not null);
        Assert.DoesNotContain("4111", contact.Said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_feed_in_an_attribute_makes_no_line_of_the_ticket()
    {
        var contact = TicketContact.Of(Record(("topic", "a\nb"), ("segment", new string('x', 500))), Settings, null)!;
        var text = TicketText.Opened(contact, Translation.None);

        Assert.Equal(("a b", 100), (contact.Topic, contact.Segment!.Length));
        Assert.Equal(
            [$"Contact c-1 (VOICE), queue -, topic a b, segment {contact.Segment}", "Customer: +15550100001"], text.Body.Split('\n'));
    }

    [Theory]
    [InlineData("""{"reference":"CS1","link":"https://t.example/CS1"}""", "CS1", "https://t.example/CS1")]
    [InlineData("""{"reference":" CS1\n ","link":"javascript:alert(1)"}""", "CS1", null)]
    [InlineData("""{"reference":7}""", null, null)]
    [InlineData("""{"reference":""}""", null, null)]
    [InlineData("""[]""", null, null)]
    [InlineData("<html>", null, null)]
    [InlineData("", null, null)]
    public void An_answer_is_a_ticket_only_with_a_reference(string json, string? reference, string? link)
    {
        var ticket = TicketReading.Of(json, "billing");

        Assert.Equal((reference, link), (ticket?.Reference, ticket?.Link?.AbsoluteUri));
    }

    private static FlowRequest Record(params (string Name, string Value)[] attributes) => new()
    {
        ContactId = "c-1",
        InitialContactId = "c-1",
        Channel = "VOICE",
        CustomerAddress = "+15550100001",
        Attributes = attributes.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.OrdinalIgnoreCase),
    };
}
