using ContactCenter.Core.Configuration;
using ContactCenter.Infra.Flows.Blocks;
using ContactCenter.Infra.Flows.Design;

namespace ContactCenter.Infra.Flows;

/// <summary>The flows of one configuration.</summary>
internal sealed class FlowDesign
{
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
        var first = configuration.Queues.FirstOrDefault(queue => queue.Name == configuration.Routing.DefaultQueue && queue.Id is not null);
        DefaultQueue = Queue(first ?? configuration.Queues.First(queue => queue.Id is not null));
        Bot = configuration.Bots.FirstOrDefault(bot => bot.Name == Settings.Bot) is { } known ? BotArn(known) : null;
    }

    /// <summary>What the configuration says of flows.</summary>
    public FlowSettings Settings { get; }

    /// <summary>The modules around the hooks.</summary>
    public HookModules Hooks { get; }

    /// <summary>The queues that contacts can be routed into.</summary>
    public IReadOnlyList<FlowQueue> Queues => [.. _configuration.Queues.Where(queue => queue.Id is not null).Select(Queue)];

    /// <summary>The queue that takes a contact whatever fails.</summary>
    public FlowQueue DefaultQueue { get; }

    /// <summary>ARN of the alias of the bot that listens, or null.</summary>
    public string? Bot { get; }

    /// <summary>The language that Contact Lens analyses, such as <c>en-US</c>, or null: it is off.</summary>
    public string? AnalysedLanguage => _configuration.Sentiment.ContactLens ? _configuration.Sentiment.Language : null;

    /// <summary>The modules, which stand before the flows that run them.</summary>
    public IEnumerable<ContactFlow> Modules() => Hooks.All.Select(module =>
        module == Hooks.RouteContact ? RouteModule.Build(module, _addresses, DefaultQueue) : module.Build(_addresses));

    /// <summary>
    /// The flows without that of incidents. Each is made when it is asked for and names earlier ones only, so that their ARNs are known.
    /// </summary>
    public IEnumerable<ContactFlow> Flows()
    {
        yield return WaitingFlow.Build();
        yield return SurveyFlow.Build(this);
        yield return InboundFlow.Build(this);
        yield return ChatFlow.Build(this);
        yield return TaskFlow.Build(this);
        yield return EmailFlow.Build(this);
    }

    /// <summary>The flow of tasks that incidents open. It needs no hook, so that it works while they do not.</summary>
    public ContactFlow Incident() => IncidentFlow.Build(this);

    /// <summary>Runs a module and goes on whatever comes of it.</summary>
    /// <param name="module">The module.</param>
    /// <param name="next">Where it goes on.</param>
    /// <param name="inputs">What the module is told.</param>
    public InvokeModule Run(HookModule module, string next, params ReadOnlySpan<(string Name, string Value)> inputs)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in inputs)
        {
            told[name] = module.Inputs.Contains(name) ? value : throw new ArgumentException($"{module.Name} is told no {name}", nameof(inputs));
        }

        return new InvokeModule(module.Name, _addresses.Module(module.Name)) { Inputs = told, Next = next, OnError = next };
    }

    /// <summary>Adds the block <c>record</c> where Contact Lens is on.</summary>
    public void AddRecording(ContactFlow flow, string next)
    {
        if (AnalysedLanguage is { } language)
        {
            flow["record"] = new RecordContact(language) { Next = next };
        }
    }

    /// <summary>Says which flow runs on an event, and goes on whatever comes of it.</summary>
    public SetEventFlow On(string @event, string flow, string next) => new(@event, _addresses.Flow(flow), flow) { Next = next, OnError = next };

    private FlowQueue Queue(QueueSettings queue) => new(queue.Name, _configuration.Instance.QueueArn(queue.Id!));

    private string BotArn(BotSettings bot)
    {
        var fields = _configuration.Instance.Arn.Split(':');
        return $"{fields[0]}:{fields[1]}:lex:{_configuration.Instance.Region}:{_configuration.Instance.AccountId}:bot-alias/{bot.BotId}/{bot.AliasId}";
    }
}
