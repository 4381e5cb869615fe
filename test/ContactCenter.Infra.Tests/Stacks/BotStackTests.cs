using System.Text.Json.Nodes;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Tests.Stacks;

public sealed class BotStackTests
{
    private static readonly JsonObject Template = Synthesis.WithBot["cc-prod-bot"];

    private static JsonObject Bot => Assert.Single(Template.Resources("AWS::Lex::Bot")).Properties;

    private static JsonObject Alias => Assert.Single(Template.Resources("AWS::Lex::BotAlias")).Properties;

    [Fact]
    public void The_sample_has_a_bot_of_its_own_and_none_is_deployed() =>
        Assert.DoesNotContain("cc-prod-bot", Synthesis.All.Keys);

    [Fact]
    public void It_hears_each_language_that_Lex_has_and_no_other() =>
        Assert.Equal(["en_US"], Bot["BotLocales"]!.AsArray().Select(locale => (string?)locale!["LocaleId"]));

    [Fact]
    public void It_knows_six_intents_and_asks_the_hook_for_each()
    {
        var intents = Bot["BotLocales"]![0]!["Intents"]!.AsArray();

        Assert.Equal(
            ["Agent", "Yes", "No", "Repeat", "Menu", "FallbackIntent"], intents.Select(intent => (string?)intent!["Name"]));
        Assert.All(intents, intent => Assert.True((bool)intent!["FulfillmentCodeHook"]!["Enabled"]!));
    }

    [Fact]
    public void Everything_else_is_the_fallback_of_Lex() =>
        Assert.Equal("AMAZON.FallbackIntent", (string?)Bot["BotLocales"]![0]!["Intents"]![5]!["ParentIntentSignature"]);

    [Fact]
    public void The_alias_is_no_test_alias_and_stands_on_a_version_that_never_changes()
    {
        Assert.Equal(DeployedBot.AliasName, (string?)Alias["BotAliasName"]);
        Assert.Equal(
            Assert.Single(Template.Resources("AWS::Lex::BotVersion")).Id, (string?)Alias["BotVersion"]!["Fn::GetAtt"]![0]);
    }

    [Fact]
    public void The_alias_asks_the_published_version_of_the_hook()
    {
        var hook = Alias["BotAliasLocaleSettings"]![0]!["BotAliasLocaleSetting"]!["CodeHookSpecification"]!["LambdaCodeHook"]!;

        Assert.Contains("Live", (string)hook["LambdaArn"]!["Ref"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_said_is_logged() => Assert.Null(Alias["ConversationLogSettings"]);

    [Fact]
    public void Only_this_bot_may_call_the_hook()
    {
        var permission = Assert.Single(Template.Resources("AWS::Lambda::Permission")).Properties;

        Assert.Equal("lexv2.amazonaws.com", (string?)permission["Principal"]);
        Assert.Equal(Synthesis.Sample().Instance.AccountId, (string?)permission["SourceAccount"]);
        Assert.Contains("bot-alias/", permission["SourceArn"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_instance_may_let_it_listen()
    {
        var statement = Assert.Single(Template.Resources("AWS::Lex::ResourcePolicy")).Properties["Policy"]!["Statement"]![0]!;

        Assert.Equal(["lex:RecognizeText", "lex:StartConversation"], statement["Action"]!.AsArray().Select(action => (string?)action));
        Assert.Equal(Synthesis.Sample().Instance.Arn, (string?)statement["Condition"]!["ArnEquals"]!["AWS:SourceArn"]);
    }

    [Fact]
    public void It_may_speak_and_nothing_else()
    {
        var bot = Template.Resources("AWS::IAM::Role").Single(role =>
            role.Properties.ToJsonString().Contains("lexv2.amazonaws.com", StringComparison.Ordinal));
        var policy = Template.Resources("AWS::IAM::Policy").Single(policy => (string?)policy.Properties["Roles"]![0]!["Ref"] == bot.Id);

        Assert.Equal(
            "polly:SynthesizeSpeech", (string?)Assert.Single(policy.Properties["PolicyDocument"]!["Statement"]!.AsArray())!["Action"]);
    }

    [Fact]
    public void The_instance_knows_it_before_a_flow_lets_it_listen()
    {
        var flows = Synthesis.WithBot["cc-prod-flows"];
        var association = flows.Resources("AWS::Connect::IntegrationAssociation")
            .Single(association => (string?)association.Properties["IntegrationType"] == "LEX_BOT");
        var inbound = flows["Resources"]!.AsObject().Select(resource => resource.Value!).Single(resource =>
            (string?)resource["Properties"]?["Name"] == "cc-prod-inbound" && (string?)resource["Type"] == "AWS::Connect::ContactFlow");

        Assert.Contains(association.Id, inbound["DependsOn"]!.AsArray().Select(id => (string?)id));
        Assert.Contains("bot-alias/", association.Properties["IntegrationArn"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Alarms_watch_it_by_the_ids_that_Lex_gives_it()
    {
        var watched = Synthesis.WithBot["cc-prod-monitoring"].Resources("AWS::CloudWatch::Alarm")
            .Single(alarm => (string?)alarm.Properties["AlarmName"] == "cc-prod/ivr-response-time/cc-prod-bot");

        Assert.All(
            watched.Properties["Dimensions"]!.AsArray()
                .Where(dimension => ((string)dimension!["Name"]!).StartsWith("Bot", StringComparison.Ordinal)),
            dimension => Assert.NotNull(dimension!["Value"]!["Fn::ImportValue"]));
    }

    [Fact]
    public void Functions_know_it_by_these_ids_too() =>
        Assert.All(
            Synthesis.WithBot["cc-prod-incidents"].Resources("AWS::Lambda::Function")
                .Select(function => function.Properties["Environment"]!["Variables"]!),
            variables => Assert.All(["BOT_ID", "BOT_ALIAS_ID"], name => Assert.NotNull(variables[name]!["Fn::ImportValue"])));

    [Fact]
    public void In_the_Region_that_stands_by_nobody_knows_it() =>
        Assert.All(
            Synthesis.WithBot["cc-prod-standby-incidents"].Resources("AWS::Lambda::Function"),
            function => Assert.Null(function.Properties["Environment"]!["Variables"]!["BOT_ID"]));
}
