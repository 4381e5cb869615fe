using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>A domain name of one's own for the links in messages.</summary>
public sealed class LinkDomainTests
{
    private static JsonObject Stack => Synthesis.Equipped["cc-prod-incidents"];

    private static JsonNode Variables(JsonObject stack) => stack.Resources("AWS::Lambda::Function")
        .Single(static each => (string?)each.Properties["FunctionName"] == "cc-prod-deliver-effects")
        .Properties["Environment"]!["Variables"]!;

    [Fact]
    public void The_name_has_its_certificate_and_leads_to_the_stage_of_the_API()
    {
        var (id, name) = Stack.Resources("AWS::ApiGatewayV2::DomainName").Single();
        var (_, mapping) = Stack.Resources("AWS::ApiGatewayV2::ApiMapping").Single();

        Assert.Equal("cc.bank.example", (string?)name["DomainName"]);
        Assert.Equal(EquippedSample.Certificate, (string?)name["DomainNameConfigurations"]![0]!["CertificateArn"]);
        Assert.Equal(id, (string?)mapping["DomainName"]!["Ref"]);
        Assert.Equal(Stack.Resources("AWS::ApiGatewayV2::Stage").Single().Id, (string?)mapping["Stage"]!["Ref"]);
    }

    [Fact]
    public void The_hosted_zone_gets_an_alias_of_the_name()
    {
        var (_, record) = Stack.Resources("AWS::Route53::RecordSet").Single();

        Assert.Equal(
            ["cc.bank.example", "A", "Z0123456789ABCDEFGHIJ"],
            new[] { "Name", "Type", "HostedZoneId" }.Select(name => (string?)record[name]));
        Assert.Equal("RegionalDomainName", (string?)record["AliasTarget"]!["DNSName"]!["Fn::GetAtt"]![1]);
    }

    [Fact]
    public void Links_begin_with_the_name() =>
        Assert.Equal("https://cc.bank.example/a", (string?)Variables(Stack)["LINK_BASE_URL"]);

    [Fact]
    public void The_Region_that_stands_by_keeps_the_name_that_API_Gateway_gives()
    {
        var standby = Synthesis.Equipped["cc-prod-standby-incidents"];

        Assert.Empty(standby.Resources("AWS::ApiGatewayV2::DomainName"));
        Assert.Contains("ApiEndpoint", Variables(standby)["LINK_BASE_URL"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_there_is_no_name() => Assert.Empty(Synthesis.Stack("incidents").Resources("AWS::ApiGatewayV2::DomainName"));
}
