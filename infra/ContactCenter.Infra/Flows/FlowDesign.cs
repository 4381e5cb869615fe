using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;
using ContactCenter.Infra.Flows.Blocks;
using ContactCenter.Infra.Flows.Design;

namespace ContactCenter.Infra.Flows;

/// <summary>The flows of one configuration.</summary>
internal sealed class FlowDesign
{
    /// <summary>
    /// Where the Region stands in ARNs of functions and bots of a flow that is replicated: an instance reaches those of its own Region
    /// only.
    /// </summary>
    public const string ServingRegion = "$.AwsRegion";

    private readonly ContactCenterConfiguration _configuration;
    private readonly FlowAddresses _addresses;

    /// <summary>Takes what the flows depend on.</summary>
    /// <param name="configuration">A configuration with the section <c>flows</c> and a queue with an id.</param>
    /// <param name="addresses">Where the flows find what they name.</param>
    public FlowDesign(ContactCenterConfiguration configuration, FlowAddresses addresses)
    {
        _configuration = configuration;
        _addresses = addresses;
        Hooks = new HookModules(configuration);
        Settings = configuration.Flows ?? throw new ArgumentException("the configuration has no flows", nameof(configuration));
        Languages = FlowSentences.Languages(Settings);
        var first = configuration.Queues.FirstOrDefault(queue => queue.Name == configuration.Routing.DefaultQueue && queue.Id is not null);
        DefaultQueue = Queue(first ?? configuration.Queues.First(queue => queue.Id is not null));
        UnclaimedQueue = Queues.FirstOrDefault(queue => queue.Name == Settings.UnclaimedQueue) ?? DefaultQueue;
        if (configuration.Bots.FirstOrDefault(bot => bot.Name == Settings.Bot) is { } known)
        {
            (Bot, AssociatedBot) = (BotArn(known, Settings.Replicated ? ServingRegion : null), BotArn(known, null));
            HasDeployedBot = DeployedBot.IsIn(configuration);
        }

        Words = HasDeployedBot ? Heard(DeployedBot.WordsAttribute)
            : Settings.WordsAttribute is { } attribute ? Heard(attribute)
            : "$.Lex.InputTranscript";
    }

    /// <summary>What the configuration says of flows.</summary>
    public FlowSettings Settings { get; }

    /// <summary>The modules around the hooks.</summary>
    public HookModules Hooks { get; }

    /// <summary>The queues that contacts can be routed into.</summary>
    public IReadOnlyList<FlowQueue> Queues => [.. _configuration.Queues.Where(queue => queue.Id is not null).Select(Queue)];

    /// <summary>The queue that takes a contact whatever fails.</summary>
    public FlowQueue DefaultQueue { get; }

    /// <summary>The queue of tasks and e-mails that no other one took in time.</summary>
    public FlowQueue UnclaimedQueue { get; }

    /// <summary>ARN of the alias of the bot that listens, as flows name it, or null.</summary>
    public string? Bot { get; }

    /// <summary>The same as the instance is told it: with its Region.</summary>
    public string? AssociatedBot { get; }

    /// <summary>Whether that is the bot that is deployed, of which is known what it understands and what it keeps.</summary>
    public bool HasDeployedBot { get; }

    /// <summary>
    /// Reference to what the bot has heard: a session attribute of its code hook. Of a bot without such an attribute it is what Amazon
    /// Connect has of it, which public sources disagree on.
    /// </summary>
    public string Words { get; }

    /// <summary>The languages in which the bot does not listen.</summary>
    public IReadOnlyList<FlowLanguage> UnheardLanguages =>
        HasDeployedBot ? [.. Languages.Where(static language => LexLocales.Of(language) is null)] : [];

    /// <summary>The languages that are spoken, the first one for everybody whose own is not there.</summary>
    public IReadOnlyList<FlowLanguage> Languages { get; }

    /// <summary>What is said in a language, by name.</summary>
    public IReadOnlyDictionary<string, string> Sentences(FlowLanguage language) => FlowSentences.Of(Settings, language);

    /// <summary>
    /// The locale in which Contact Lens analyses a contact of this language, or null: it is off. <c>sentiment.language</c> says it for its
    /// own language.
    /// </summary>
    public string? AnalysedLanguage(FlowLanguage language) => _configuration.Sentiment switch
    {
        { ContactLens: false } => null,
        { Language: var locale } when locale.StartsWith($"{language.Code}-", StringComparison.Ordinal) => locale,
        _ => FlowSentences.Locale(language),
    };

    /// <summary>The modules, which stand before the flows that run them.</summary>
    public IEnumerable<ContactFlow> Modules() => Hooks.All.Select(module =>
        module == Hooks.RouteContact ? RouteModule.Build(module, _addresses, DefaultQueue)
        : module == Hooks.ContinueDialogue ? DialogueModule.Build(module, _addresses)
        : module.Build(_addresses));

    /// <summary>Whether contacts have tickets.</summary>
    public bool HasTickets => _configuration.Contacts.Tickets is not null;

    /// <summary>Topics that lead to a dialogue.</summary>
    public IReadOnlyList<string> DialogueTopics =>
        [.. _configuration.Dialogues.SelectMany(static dialogue => dialogue.Topics).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Attributes that dialogues pass on and the customer system tells: whoever begins a chat could have set them. Those by which it is
    /// asked are not among them.
    /// </summary>
    public IReadOnlyList<string> PassedOfCustomers => _configuration.Crm is not { } customers ? [] :
    [
        .. _configuration.Dialogues.SelectMany(static dialogue => dialogue.Passes).Distinct(StringComparer.Ordinal)
            .Where(name => customers.Attributes.ContainsKey(name)
                && !customers.Url.Contains($"{{{name}}}", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// The flows without that of incidents. Each is made when it is asked for and names earlier ones only, so that their ARNs are known.
    /// </summary>
    public IEnumerable<ContactFlow> Flows()
    {
        yield return EmergencyFlow.Build(this);
        yield return WaitingFlow.Build(this);
        yield return TaskFlow.Build(this);
        yield return EmailFlow.Build(this);
        yield return SurveyFlow.Build(this);
        yield return InboundFlow.Build(this);
        yield return ChatFlow.Build(this);
    }

    /// <summary>The flow of tasks that incidents open. It needs no hook, so that it works while they do not.</summary>
    public ContactFlow Incident() => IncidentFlow.Build(this);

    /// <summary>The guide in which agents report what is wrong, or null. It stands before the flows that show it.</summary>
    public ContactFlow? AgentReport() =>
        Hooks.ReportFault is { } report ? AgentReportFlow.Build(this, report, FlowSentences.AgentLanguage(Settings)!) : null;

    /// <summary>The guide of agents beside a contact, or null. It stands between that and the flows that show it.</summary>
    public ContactFlow? AgentGuide() =>
        Settings.AgentGuide is null ? null : AgentGuideFlow.Build(this, ViewOfGuide()!, _addresses.View(AgentGuideView.Name));

    /// <summary>The view that it shows, or null. It stands before it.</summary>
    public AgentGuideView? ViewOfGuide() => Settings.AgentGuide is null ? null : new AgentGuideView(
        _configuration, new ContactGuide(Translation.Into(FlowSentences.GuideLanguage(Settings))));

    /// <summary>Topics that an agent can name as the right one, beside those that are likely.</summary>
    public IReadOnlyList<string> Topics => [.. _configuration.Routing.Topics.Keys];

    /// <summary>Goes on in another flow.</summary>
    public TransferToFlow Into(string flow, string otherwise) => new(_addresses.Flow(flow), flow) { OnError = otherwise };

    /// <summary>The block that shows agents a guide beside the contact; where it goes on when there is none.</summary>
    /// <param name="next">Where it goes on.</param>
    public string BesideContact(string next) =>
        Settings is { AgentGuide.OnContacts: true } or { AgentReports.OnContacts: true } ? "beside-the-contact" : next;

    /// <summary>The same, of contacts beside which there is nothing but the guide that is about them.</summary>
    public string GuideBeside(string next) => Settings is { AgentGuide.OnContacts: true } ? "beside-the-contact" : next;

    /// <summary>Adds that block.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="next">Where it goes on.</param>
    public void AddBesideContact(ContactFlow flow, string next)
    {
        var block = BesideContact(next);
        if (block == next)
        {
            return;
        }

        if (GuideBeside(next) == next)
        {
            flow[block] = On(SetEventFlow.AgentScreen, SystemFlows.AgentReport, next);
            return;
        }

        // a guide is a contact of its own, and must name the one that it is about
        const string Name = "which-contact";
        flow[block] = On(SetEventFlow.AgentScreen, SystemFlows.AgentGuide, Name);
        flow[Name] = new SetAttributes(new Dictionary<string, string> { [HookAttributes.GuideContact] = "$.ContactId" })
        {
            Next = next,
            OnError = next,
        };
    }

    /// <summary>
    /// The block that keeps that the bot has understood something, where contacts are tried; else where it goes on.
    /// </summary>
    /// <param name="flow">The flow, to which it is added.</param>
    /// <param name="block">Its name.</param>
    /// <param name="next">Where it goes on.</param>
    public string BotHeard(ContactFlow flow, string block, string next)
    {
        if (_configuration.Synthetic is null)
        {
            return next;
        }

        flow[block] = new SetAttributes(new Dictionary<string, string> { [SyntheticMark.BotHeardAttribute] = SyntheticMark.Proved })
        {
            Next = next,
            OnError = next,
        };
        return block;
    }

    /// <summary>
    /// The block that ends a call of this system's own, which has proved what it is for when it was seen; where it goes on when nothing
    /// dials.
    /// </summary>
    /// <param name="next">Where customers go.</param>
    public string OwnCall(string next) => _configuration.Synthetic?.Calls is null ? next : "is-it-our-own-call";

    /// <summary>Adds that block.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="next">Where customers go.</param>
    /// <param name="end">Where it ends.</param>
    public void AddOwnCall(ContactFlow flow, string next, string end)
    {
        if (OwnCall(next) is var block && block != next)
        {
            flow[block] = new Choose($"$.Attributes.{SyntheticMark.ProvedAttribute}")
            {
                Ways = new Dictionary<string, string> { [SyntheticMark.Dialled] = end },
                Otherwise = next,
            };
        }
    }

    /// <summary>What the bot is told. The deployed one is told which contact it hears, because Amazon Lex does not say it.</summary>
    public IReadOnlyDictionary<string, string> ToldToBot
    {
        get
        {
            var told = new Dictionary<string, string>(StringComparer.Ordinal);
            if (HasDeployedBot)
            {
                told[DeployedBot.ContactAttribute] = "$.ContactId";
                if (_configuration.Synthetic is not null)
                {
                    told[SyntheticMark.Attribute] = $"$.Attributes.{SyntheticMark.ProvedAttribute}";
                }
            }

            return told;
        }
    }

    /// <summary>Reference to a session attribute of the bot.</summary>
    public static string Heard(string attribute) => $"$.Lex.SessionAttributes.{attribute}";

    /// <summary>
    /// The block that keeps customers from the bot in whose language it does not listen; where it goes on when there is none.
    /// </summary>
    /// <param name="next">Where customers go whom the bot hears.</param>
    public string BeforeBot(string next) => UnheardLanguages.Count == 0 ? next : "does-the-bot-speak-it";

    /// <summary>Adds that block.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="next">Where customers go whom the bot hears.</param>
    /// <param name="otherwise">Where the others go.</param>
    public void AddBeforeBot(ContactFlow flow, string next, string otherwise)
    {
        if (UnheardLanguages is { Count: > 0 } unheard)
        {
            flow[BeforeBot(next)] = new Choose($"$.Attributes.{SpokenLanguage.Attribute}")
            {
                Ways = unheard.ToDictionary(static language => language.Code, _ => otherwise),
                Otherwise = next,
            };
        }
    }

    /// <summary>
    /// Writes down that the customer wishes to be called back, and goes on whatever comes of it. No module around it, because customers who
    /// wait may wish it and their flow can run none.
    /// </summary>
    public InvokeHook RecordCallback(string next) =>
        new(SystemFunctions.RecordCallback, _addresses.Hook(SystemFunctions.RecordCallback)) { Next = next, OnError = next };

    /// <summary>Runs a module and goes on whatever comes of it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="next">Where it goes on.</param>
    /// <param name="inputs">What the module is told.</param>
    public InvokeModule Run(HookModule module, string next, params ReadOnlySpan<(string Name, string Value)> inputs)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inputs)
        {
            told[name] = module.Inputs.Contains(name)
                ? value
                : throw new ArgumentException($"{module.Name} is told no {name}", nameof(inputs));
        }

        return new InvokeModule(module.Name, _addresses.Module(module.Name)) { Inputs = told, Next = next, OnError = next };
    }

    /// <summary>
    /// The block that follows the sentiment of what was just said, where Contact Lens does not read along; else where it goes on.
    /// </summary>
    /// <param name="suffix">What the name of the block ends with.</param>
    /// <param name="next">Where it goes on.</param>
    public string Tracked(string suffix, string next) => Hooks.TrackMood is null ? next : $"track{suffix}";

    /// <summary>Adds that block.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="suffix">What the name of the block ends with.</param>
    /// <param name="words">Reference to what was said.</param>
    /// <param name="next">Where it goes on.</param>
    public void AddTracking(ContactFlow flow, string suffix, string words, string next)
    {
        if (Hooks.TrackMood is { } track)
        {
            flow[Tracked(suffix, next)] = Run(track, next, ("text", words));
        }
    }

    /// <summary>Says which flow runs on an event, and goes on whatever comes of it.</summary>
    public SetEventFlow On(string @event, string flow, string next) =>
        new(@event, _addresses.Flow(flow), flow) { Next = next, OnError = next };

    private FlowQueue Queue(QueueSettings queue) => new(queue.Name, _configuration.Instance.QueueArn(queue.Id!), queue.NeverRecorded);

    private string BotArn(BotSettings bot, string? region)
    {
        var instance = _configuration.Instance;
        var fields = instance.Arn.Split(':');
        return $"{fields[0]}:{fields[1]}:lex:{region ?? instance.Region}:{instance.AccountId}:bot-alias/{bot.BotId}/{bot.AliasId}";
    }
}
