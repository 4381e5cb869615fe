using Amazon.Connect;
using Amazon.Connect.Model;
using ContactCenter.Aws.Contacts.Tickets;
using ContactCenter.Core.Contacts.Messaging;
using Moq;

namespace ContactCenter.Aws.Tests.Contacts.Tickets;

public sealed class ConnectContactRecordsTests
{
    private readonly Mock<IAmazonConnect> _connect = new(MockBehavior.Strict);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contact_comes_with_its_attributes_whatever_the_letter_case_of_their_names()
    {
        _connect.Setup(static one => one.DescribeContactAsync(It.IsAny<DescribeContactRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeContactResponse
            {
                Contact = new Contact
                {
                    Channel = Channel.CHAT,
                    CustomerEndpoint = new EndpointInfo { Address = "+15550100001" },
                    SegmentAttributes = new() { ["connect:Subtype"] = new SegmentAttributeValue { ValueString = "connect:SMS" } },
                },
            });
        _connect.Setup(static one => one.GetContactAttributesAsync(
            It.Is<GetContactAttributesRequest>(static request => request.InitialContactId == "c-1"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetContactAttributesResponse { Attributes = new() { ["Topic"] = "billing" } });

        var record = (await Records().FindAsync("c-1", Stop))!;

        Assert.Equal(
            ("CHAT", "+15550100001", MessagingChannel.Sms, "billing"),
            (record.Channel, record.CustomerAddress, record.Messaging, record.Find("topic")));
    }

    [Fact]
    public async Task A_contact_that_Amazon_Connect_does_not_know_is_none()
    {
        _connect.Setup(static one => one.DescribeContactAsync(It.IsAny<DescribeContactRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ResourceNotFoundException("no"));
        _connect.Setup(static one => one.GetContactAttributesAsync(
            It.IsAny<GetContactAttributesRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new GetContactAttributesResponse());

        Assert.Null(await Records().FindAsync("c-1", Stop));
    }

    [Fact]
    public async Task What_is_not_known_is_none_so_that_nothing_of_another_ticket_stands_beside_it()
    {
        UpdateContactAttributesRequest? sent = null;
        _connect.Setup(static one => one.UpdateContactAttributesAsync(
            It.IsAny<UpdateContactAttributesRequest>(), It.IsAny<CancellationToken>()))
            .Callback<UpdateContactAttributesRequest, CancellationToken>((request, _) => sent = request)
            .ReturnsAsync(new UpdateContactAttributesResponse());

        await Records().TellAsync("c-1", new Dictionary<string, string?> { ["ticketReference"] = "CS1", ["ticketLink"] = null }, Stop);

        Assert.Equal(
            [KeyValuePair.Create("ticketReference", "CS1"), KeyValuePair.Create("ticketLink", "none")], sent!.Attributes);
    }

    private ConnectContactRecords Records() => new(_connect.Object, "instance");
}
