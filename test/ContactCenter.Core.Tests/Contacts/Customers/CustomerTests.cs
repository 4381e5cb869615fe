using System.Net;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Tests.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Contacts.Customers;

public sealed class CustomerTests
{
    private static readonly CrmSettings Settings = new()
    {
        Api = "crm",
        Url = "https://crm.example/c/{phone}?t={tier}",
        Attributes = new Dictionary<string, string> { ["name"] = "customer.name" }
    };

    private static readonly ContactCenterConfiguration Center = SampleConfiguration.Read() with { Crm = Settings };

    [Fact]
    public void Values_are_put_into_the_address_encoded() =>
        Assert.Equal(
            "https://crm.example/c/%2B49%2F..%2F1?t=a%26b%3Dc%23",
            CrmAddress.Of(Settings.Url, Request(("phone", "+49/../1"), ("tier", "a&b=c#")))!.AbsoluteUri);

    [Fact]
    public void The_number_of_the_caller_is_the_phone_unless_the_flow_gives_another() =>
        Assert.Equal(
            "https://crm.example/%2B4915",
            CrmAddress.Of("https://crm.example/{phone}", new FlowRequest { CustomerAddress = "+4915" })!.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("none")]
    [InlineData("a\nb")]
    public void What_cannot_be_a_key_gives_no_address(string phone) =>
        Assert.Null(CrmAddress.Of("https://crm.example/{phone}/x", Request(("phone", phone))));

    [Fact]
    public void No_value_can_change_the_host_or_leave_the_path() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), value =>
            CrmAddress.Of("https://crm.example/a/{phone}/b", Request(("phone", value ?? ""))) is not { } address
            || (address.Host == "crm.example" && address.Segments.Length == 4 && address.Query.Length == 0 && address.Fragment.Length == 0))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("10.1.2.3", true)]
    [InlineData("93.184.216.34", true)]
    public void This_machine_and_the_cloud_s_own_addresses_are_no_customer_system(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, WebAddress.IsAllowed(IPAddress.Parse(address)));

    [Fact]
    public void Only_what_is_mapped_is_taken_and_made_plain()
    {
        var read = CustomerRecord.Read(
            Encoding.UTF8
                .GetBytes(
                    """{"customer":{"name":"Ann <break/> $.Attributes","iban":"DE1"},"accounts":[{"type":"giro","n":7}],"vip":true,"list":[1]}"""),
            new Dictionary<string, string>
            {
                ["name"] = "customer.name",
                ["type"] = "accounts.0.type",
                ["n"] = "accounts.0.n",
                ["vip"] = "vip",
                ["list"] = "list",
                ["gone"] = "a.b.9"
            })!;

        Assert.Equal("Ann break/ .Attributes", read["name"]);
        Assert.Equal(("giro", "7", "true", null, null), (read["type"], read["n"], read["vip"], read["list"], read["gone"]));
        Assert.Equal(6, read.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{\"customer\":{\"name\":\"\\ud800\"}}")]
    public void A_reply_that_is_no_object_is_none(string json) =>
        Assert.Null(CustomerRecord.Read(Encoding.UTF8.GetBytes(json), Settings.Attributes));

    [Theory]
    [InlineData(",crm,ivr-main,", true)]
    [InlineData("CRM", true)]
    [InlineData("yes", true)]
    [InlineData(",billing-api,", false)]
    [InlineData("none", false)]
    public void A_system_that_the_flow_knows_to_be_down_is_not_asked(string skip, bool isSkipped) =>
        Assert.Equal(isSkipped, CustomerAnswer.IsSkipped(Settings, Request(("skip", skip))));

    [Fact]
    public void The_metrics_are_those_of_the_alarms()
    {
        var told = new CustomerAnswer(
            CustomerStatus.Failed, new Dictionary<string, string?>(), Took: TimeSpan.FromMilliseconds(12),
            Failure: "crm: broken").ToHookAnswer(Center, FlowRequest.Empty).Metrics;
        var watched = AlarmCatalog.Default.Definitions.Where(static alarm => alarm.Scope == AlarmScope.Api)
            .SelectMany(static alarm => alarm.Metrics)
            .ToArray();

        Assert.Equal(watched.Select(static metric => metric.Name).Order(), told.Select(static metric => metric.Name).Order());
        Assert.All(
            watched,
            static metric =>
                Assert.Equal(
                    ("ContactCenter", "InstanceId,Api"),
                    (metric.Namespace, string.Join(',', metric.Dimensions.Select(static dimension => dimension.Name)))));
        Assert.All(told, static metric => Assert.Equal(("Api", "crm"), (metric.Dimension, metric.DimensionValue)));
        Assert.Equal([1, 1, 12], told.Select(static metric => metric.Value));
    }

    [Fact]
    public void Whoever_is_not_asked_is_not_measured() =>
        Assert.Empty(CustomerAnswer.Without(CustomerStatus.Skipped).ToHookAnswer(Center, FlowRequest.Empty).Metrics);

    private static FlowRequest Request(params (string Name, string Value)[] parameters) =>
        new()
        {
            Parameters = parameters.ToDictionary(static pair => pair.Name, static pair => pair.Value, StringComparer.OrdinalIgnoreCase)
        };
}
