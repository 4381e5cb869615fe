using System.Text;
using ContactCenter.Core.Contacts.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Contacts.Flows;

public sealed class FlowRequestReaderTests
{
    [Fact]
    public void A_full_request_is_read_whatever_the_letter_case()
    {
        var request =
            Read(
                """{"name":"ContactFlowEvent","details":{"contactData":{"Attributes":{"Tier":"gold"},"Channel":"VOICE","contactid":"11-aa","LanguageCode":"de-DE","New":{"a":[1]}},"PARAMETERS":{"text":"hi","n":3,"b":true}}}""");

        Assert.Equal(("11-aa", "VOICE", "de-DE"), (request.ContactId, request.Channel, request.LanguageCode));
        Assert.Equal(("gold", "hi", "3", "true"), (request.Find("tier"), request.Find("TEXT"), request.Find("n"), request.Find("b")));
    }

    [Fact]
    public void A_parameter_counts_before_an_attribute_unless_it_is_blank()
    {
        var request = Read("""{"Details":{"ContactData":{"Attributes":{"a":"1","b":"2"}},"Parameters":{"a":"3","b":" "}}}""");

        Assert.Equal(("3", "2"), (request.Find("a"), request.Find("b")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"Details\":")]
    [InlineData("{\"Details\":null}")]
    [InlineData("{\"Details\":7}")]
    [InlineData("{\"Details\":{\"ContactData\":[],\"Parameters\":\"x\"}}")]
    [InlineData(
        "{\"Details\":{\"ContactData\":{\"ContactId\":{},\"Attributes\":null,\"Channel\":[1]},\"Parameters\":{\"text\":null,\"a\":{\"b\":1}}}}")]
    [InlineData("{\"Details\":{\"Parameters\":{\"text\":\"\\ud800\",\"\\udfff\":\"x\"}}}")]
    public void What_cannot_be_read_is_as_good_as_absent(string json)
    {
        var request = Read(json);

        Assert.Null(request.ContactId);
        Assert.Null(request.Find("text"));
    }

    [Fact]
    public void The_contact_that_a_transfer_began_as_is_read() =>
        Assert.Equal("00-aa", Read("""{"Details":{"ContactData":{"ContactId":"11-aa","InitialContactId":"00-aa"}}}""").InitialContactId);

    [Theory]
    [InlineData("a b")]
    [InlineData("id\\nforged line")]
    [InlineData("")]
    public void A_contact_id_that_is_none_is_not_taken_into_the_log(string id)
    {
        var request = Read("{\"Details\":{\"ContactData\":{\"ContactId\":\"" + id + "\",\"InitialContactId\":\"" + id + "\"}}}");

        Assert.Equal((null, null), (request.ContactId, request.InitialContactId));
    }

    [Fact]
    public void A_value_of_any_length_is_cut()
    {
        var request = Read("{\"Details\":{\"Parameters\":{\"text\":\"" + new string('x', 200_000) + "\"}}}");

        Assert.Equal(FlowRequestReader.MaximumValue, request.Find("text")!.Length);
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => FlowRequestReader.Read(bytes ?? []) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, "none")]
    [InlineData(" \t\n", "none")]
    [InlineData("a\u0000b\r\nc\ud800", "a b c")]
    public void A_value_for_a_flow_is_clean_and_never_empty(string? text, string expected) => Assert.Equal(expected, FlowValue.Of(text));

    [Fact]
    public void A_value_for_a_flow_is_short_and_keeps_pairs_of_surrogates_whole()
    {
        var value = FlowValue.Of("x" + string.Concat(Enumerable.Repeat("😀", 500)));

        Assert.Equal(FlowValue.MaximumLength - 1, value.Length);
        Assert.True(char.IsLowSurrogate(value[^1]));
    }

    private static FlowRequest Read(string json) => FlowRequestReader.Read(Encoding.UTF8.GetBytes(json));
}
