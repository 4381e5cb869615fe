using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lex;
using Constructs;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The bot that hears customers where the configuration names none of one's own: six intents in every language of the flows in which
/// Amazon Lex listens, and a hook that keeps what was heard. Alarms and functions name it by its ids, so it stands before all others.
/// </summary>
internal sealed class BotStack : ContactCenterStack
{
    private const string Draft = "DRAFT";

    /// <summary>How sure Lex has to be of an intent: what it proposes itself, and what published bots have.</summary>
    private const double Confidence = 0.4;

    /// <summary>A conversation is a few sentences within one contact; what Lex remembers of it ends soon after.</summary>
    private const int SessionSeconds = 300;

    private readonly CfnBot _bot;
    private readonly CfnBotAlias _alias;

    /// <summary>Adds the stack.</summary>
    public BotStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "bot", "The bot that hears customers, and the hook that keeps what it heard.")
    {
        var flows = deployment.Configuration.Flows!;
        var locales = DeployedBot.Languages(flows).Select(static pair => pair.Locale).DistinctBy(static locale => locale.Id).ToArray();
        var hook = new DeployedFunction(this, SystemFunctions.HearCustomer);
        _bot = AddBot(flows.DeployedBot!, locales);
        var version = AddVersion(flows.DeployedBot!, locales);
        var mayHear = AllowLex(hook);
        _alias = AddAlias(version, locales, hook.Called.FunctionArn);
        _alias.AddDependency(mayHear);
        AllowConnect();
        _ = new CfnOutput(
            this,
            "BotAlias",
            new CfnOutputProps
            {
                Value = _alias.AttrArn,
                Description = "Alias of the bot that flows, also those of your own, may let listen.",
            });
    }

    /// <summary>Its id.</summary>
    public string BotId => _bot.AttrId;

    /// <summary>Id of its alias.</summary>
    public string AliasId => _alias.AttrBotAliasId;

    /// <summary>Environment variables by which functions know it.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string> { ["BOT_ID"] = BotId, ["BOT_ALIAS_ID"] = AliasId };

    private CfnBot AddBot(DeployedBotSettings settings, LexLocale[] locales)
    {
        var role = new Role(this, "Role", new RoleProps
        {
            AssumedBy = new ServicePrincipal("lexv2.amazonaws.com", new ServicePrincipalOpts
            {
                Conditions = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, string>
                    {
                        ["aws:SourceAccount"] = Deployment.Configuration.Instance.AccountId,
                    },
                },
            }),
            Description = $"What the bot {Deployment.Names.Bot} may do: speak.",
        });
        role.AddToPolicy(new PolicyStatement(new PolicyStatementProps { Actions = ["polly:SynthesizeSpeech"], Resources = ["*"] }));
        var bot = new CfnBot(this, "Bot", new CfnBotProps
        {
            Name = Deployment.Names.Bot,
            Description = "Hears what customers say; what it is about is classified behind it.",
            RoleArn = role.RoleArn,
            DataPrivacy = new Dictionary<string, object> { ["ChildDirected"] = settings.ChildDirected },
            IdleSessionTtlInSeconds = SessionSeconds,
            AutoBuildBotLocales = true,
            BotLocales = locales.Select(static locale => (object)Locale(locale)).ToArray(),
            BotTags = OwnTags(),
        });
        bot.Node.AddDependency(role);
        return bot;
    }

    /// <summary>
    /// The bot says nothing: flows do, with their own voice. It has one because Lex takes a locale without a voice for one of texts alone.
    /// </summary>
    private static CfnBot.BotLocaleProperty Locale(LexLocale locale) => new()
    {
        LocaleId = locale.Id,
        NluConfidenceThreshold = Confidence,
        VoiceSettings = new CfnBot.VoiceSettingsProperty { VoiceId = locale.Voice, Engine = "neural" },
        Intents = BotPhrases.Of(locale).Select(static intent => (object)new CfnBot.IntentProperty
        {
            Name = intent.Intent,
            SampleUtterances = intent.Said.Select(static said => (object)new CfnBot.SampleUtteranceProperty { Utterance = said }).ToArray(),
            FulfillmentCodeHook = new CfnBot.FulfillmentCodeHookSettingProperty { Enabled = true },
        }).Append(new CfnBot.IntentProperty
        {
            Name = DeployedBot.Fallback,
            Description = "Everything else: the words are what counts.",
            ParentIntentSignature = "AMAZON.FallbackIntent",
            FulfillmentCodeHook = new CfnBot.FulfillmentCodeHookSettingProperty { Enabled = true },
        }).ToArray(),
    };

    /// <summary>A version never changes: one that differs has another name, so that a change of the bot cuts a new one.</summary>
    private CfnBotVersion AddVersion(DeployedBotSettings settings, LexLocale[] locales)
    {
        var said = string.Join('\n', locales.Select(static locale =>
            $"{locale.Id} {locale.Voice} "
                + string.Join(';', BotPhrases.Of(locale).Select(static intent => $"{intent.Intent}={string.Join(',', intent.Said)}"))));
        var content = Fingerprint.Of(string.Create(CultureInfo.InvariantCulture, $"{settings.ChildDirected} {Confidence} {said}"));
        return new CfnBotVersion(this, $"Version{content}", new CfnBotVersionProps
        {
            BotId = _bot.AttrId,
            Description = $"What {Deployment.Names.Bot} understands ({content}).",
            BotVersionLocaleSpecification = locales.Select(static locale => (object)new CfnBotVersion.BotVersionLocaleSpecificationProperty
            {
                LocaleId = locale.Id,
                BotVersionLocaleDetails = new CfnBotVersion.BotVersionLocaleDetailsProperty { SourceBotVersion = Draft },
            }).ToArray(),
        });
    }

    /// <summary>No conversations are logged: they are what customers say.</summary>
    private CfnBotAlias AddAlias(CfnBotVersion version, LexLocale[] locales, string hook) => new(this, "Alias", new CfnBotAliasProps
    {
        BotId = _bot.AttrId,
        BotAliasName = DeployedBot.AliasName,
        BotVersion = version.AttrBotVersion,
        BotAliasLocaleSettings = locales.Select(locale => (object)new CfnBotAlias.BotAliasLocaleSettingsItemProperty
        {
            LocaleId = locale.Id,
            BotAliasLocaleSetting = new CfnBotAlias.BotAliasLocaleSettingsProperty
            {
                Enabled = true,
                CodeHookSpecification = new CfnBotAlias.CodeHookSpecificationProperty
                {
                    LambdaCodeHook = new CfnBotAlias.LambdaCodeHookProperty { CodeHookInterfaceVersion = "1.0", LambdaArn = hook },
                },
            },
        }).ToArray(),
        BotAliasTags = OwnTags(),
    });

    /// <summary>The bot asks the version that this deployment published; without this right it has no hook.</summary>
    private CfnPermission AllowLex(DeployedFunction hook) => new(this, "HearCustomerCaller", new CfnPermissionProps
    {
        FunctionName = hook.Called.FunctionArn,
        Action = "lambda:InvokeFunction",
        Principal = "lexv2.amazonaws.com",
        SourceAccount = Deployment.Configuration.Instance.AccountId,
        SourceArn = $"arn:{Partition}:lex:{Region}:{Account}:bot-alias/{_bot.AttrId}/*",
    });

    /// <summary>The one instance may let it listen, and nobody else.</summary>
    private void AllowConnect()
    {
        var instance = Deployment.Configuration.Instance;
        _ = new CfnResourcePolicy(this, "ConnectListens", new CfnResourcePolicyProps
        {
            ResourceArn = _alias.AttrArn,
            Policy = new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["Sid"] = "AmazonConnectListens",
                        ["Effect"] = "Allow",
                        ["Principal"] = new Dictionary<string, string> { ["Service"] = "connect.amazonaws.com" },
                        ["Action"] = new[] { "lex:RecognizeText", "lex:StartConversation" },
                        ["Resource"] = _alias.AttrArn,
                        ["Condition"] = new Dictionary<string, object>
                        {
                            ["StringEquals"] = new Dictionary<string, string> { ["AWS:SourceAccount"] = instance.AccountId },
                            ["ArnEquals"] = new Dictionary<string, string> { ["AWS:SourceArn"] = instance.Arn },
                        },
                    },
                },
            },
        });
    }

    /// <summary>Tags of a bot have a property of another name, which those of the stack do not reach.</summary>
    private CfnTag[] OwnTags() =>
    [
        new CfnTag { Key = "application", Value = "contactcenter-serverless" },
        new CfnTag { Key = "environment", Value = Deployment.Configuration.Environment },
    ];
}
