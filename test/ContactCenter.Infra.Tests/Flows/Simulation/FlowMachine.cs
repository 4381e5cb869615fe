using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Tests.Flows.Simulation;

/// <summary>
/// Runs deployed flow JSON as Amazon Connect documents it: from a state, every way that the contact can go in a world. It knows the flow
/// language and nothing of how the flows were made.
/// </summary>
internal sealed class FlowMachine(FlowSet flows, FlowWorld world)
{
    private const int MaximumAnswerBytes = 32 * 1024;

    /// <summary>Answers of hooks as JSON, null for what is none: each is read in many states.</summary>
    private readonly Dictionary<string, JsonNode?> _answers = new(StringComparer.Ordinal);

    /// <summary>A queue in which a contact can be.</summary>
    public string SomeQueue => flows.Configuration.Instance.QueueArn(flows.Configuration.Queues.First(queue => queue.Id is not null).Id!);

    /// <summary>Equal for states from which the same follows in this world.</summary>
    public string Key(FlowState state) => state.Key(flows, world.HooksRead);

    /// <summary>The beginning of a flow.</summary>
    /// <param name="queue">The queue that the contact is in already; null for none.</param>
    /// <param name="attributes">Attributes that the contact has already.</param>
    public FlowState Begin(string flow, string channel, string? queue = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var first = new FlowState(channel, flow, flows.Start(flow)) { Queue = queue };
        foreach (var (name, value) in attributes)
        {
            first = first with { Attributes = first.Attributes.Add(name, value) };
        }

        return first;
    }

    /// <summary>Every way out of the block that the contact is at.</summary>
    public IEnumerable<FlowStep> Steps(FlowState state)
    {
        var block = flows.Blocks(state.Flow)[state.Block];
        var parameters = block["Parameters"]!.AsObject();
        var context = new BlockContext(state, block);
        return (string)block["Type"]! switch
        {
            "MessageParticipant" => state.Channel is "TASK" or "EMAIL" ? [context.On("NoMatchingError")]
                : IsSilent(state, parameters)
                    ? [context.On("NoMatchingError", state with { WasJustTold = true })]
                    : Say(context, (string)parameters["Text"]!),
            "UpdateFlowLoggingBehavior" or "UpdateContactRoutingBehavior" or "UpdateContactRecordingBehavior" => [context.Next()],
            "UpdateFlowAttributes" => WithFault(context, context.Next(state with { Speaks = Spoken(parameters) })),
            "LoadContactContent" => state.Channel == "EMAIL"
                    ? WithFault(context, context.Next(state with { Read = world.Words[0] }))
                    : [context.On("NoMatchingError")],
            "UpdateContactTextToSpeechVoice" => WithFault(context, context.Next()),
            "UpdateContactData" => WithFault(context, context.Next(state with { LanguageCode = (string)parameters["LanguageCode"]! })),
            "InvokeLambdaFunction" => Invoke(context, parameters),
            "InvokeFlowModule" => Run(context, parameters),
            "UpdateContactAttributes" => WithFault(context, Keep(context, parameters)),
            "Compare" => [Compare(context, parameters)],
            "GetParticipantInput" => state.Channel != "VOICE" || IsSilent(state, parameters) ? [context.On("NoMatchingError")]
                : (string)parameters["StoreInput"]! == "True"
                    ? WithFault(context, [.. AskDigits(context)])
                    : WithFault(context, [.. AskKey(context)]),
            "ConnectParticipantWithLexBot" => state.Channel is "TASK" or "EMAIL" || IsSilent(state, parameters)
                    ? [context.On("NoMatchingError")]
                    : WithFault(context, [.. AskBot(context)]),
            "ShowView" => state.Channel == "CHAT"
                ? [.. AgentView.Show(context, parameters, heading => Resolve(state, heading), world)]
                : [context.On("NoMatchingError")],
            "UpdateContactTargetQueue" => WithFault(context, SetQueue(context, Resolve(state, (string)parameters["QueueId"]!))),
            "UpdateContactRoutingCriteria" => WithFault(context, SetCriteria(context, (string)parameters["RoutingCriteria"]!)),
            "UpdateContactEventHooks" => WithFault(
                    context,
                    parameters["EventHooks"]!.AsObject().Single() is { Value: { } flow }
                        && flows.Names.Contains(FlowSet.NameOf((string)flow!))
                ? context.Next() : context.On("NoMatchingError")),
            "TransferContactToQueue" => Transfer(context),
            "TransferToFlow" => WithFault(context, context.Elsewhere(flows, FlowSet.NameOf((string)parameters["ContactFlowId"]!))),
            "GetMetricData" =>
                WithFault(context, context.Next(state with { QueueSize = "0" }), context.Next(state with { QueueSize = "7" })),
            "UpdateContactCallbackNumber" => CallbackNumber(context, Resolve(state, (string)parameters["CallbackNumber"]!)),
            "CreateCallbackContact" =>
                WithFault(context, state.Queue is null ? context.On("NoMatchingError") : context.Next(state with { HasCallback = true })),
            "MessageParticipantIteratively" => LoopPrompts(context, parameters),
            "Loop" => [Loop(context, parameters)],
            "Wait" => state.Channel == "VOICE" ? [context.On("NoMatchingError")] : WithFault(context, context.When("WaitCompleted")),
            "DisconnectParticipant" => [context.Ends(Left(state))],
            "EndFlowExecution" => [context.Ends(new FlowEnd(FlowEndKind.Waiting, state.Queue))],
            "EndFlowModuleExecution" => [Return(context)],
            var type => throw new InvalidOperationException($"{state.Place}: the flow language has no {type}"),
        };
    }

    // sentences are values of the flow: until they are set there is nothing to say, and Amazon Connect refuses to say nothing
    private static bool IsSilent(FlowState state, JsonObject parameters) =>
        ((string?)parameters["Text"])?.Contains("$.FlowAttributes.", StringComparison.Ordinal) == true && state.Speaks is null;

    private static string Spoken(JsonObject parameters) => (string)parameters["FlowAttributes"]!["greeting"]!["Value"]!;

    private static FlowEnd Left(FlowState state) =>
        state.HasCallback ? new FlowEnd(FlowEndKind.Callback, state.Queue)
        : state.IsAnswered ? new FlowEnd(FlowEndKind.Answered)
        : new FlowEnd(state.WasJustTold ? FlowEndKind.PoliteEnd : FlowEndKind.Dropped);

    private FlowStep[] WithFault(BlockContext context, params FlowStep[] steps) =>
        world.EverythingFails
            && context.HasError("NoMatchingError")
            && !steps.Any(step => step.Branch.EndsWith(":NoMatchingError", StringComparison.Ordinal))
            ? [.. steps, context.On("NoMatchingError")]
            : steps;

    private FlowStep[] Say(BlockContext context, string text)
    {
        var answers = text.Contains("$.Attributes.answer", StringComparison.Ordinal)
            && context.State.Attributes.GetValueOrDefault("answer", "none") != "none";
        FlowStep told = context.Next(context.State with { WasJustTold = true, IsAnswered = context.State.IsAnswered || answers });

        // where nothing can be said any more, having tried is all that a flow can do
        return world.EverythingFails ? [told, context.On("NoMatchingError", context.State with { WasJustTold = true })] : [told];
    }

    private IEnumerable<FlowStep> Invoke(BlockContext context, JsonObject parameters)
    {
        var arn = (string)parameters["LambdaFunctionARN"]!;
        var hook = flows.Configuration is { } configuration
            ? arn[(arn.IndexOf(configuration.Environment, StringComparison.Ordinal) + configuration.Environment.Length + 1)..]
            : arn;
        var wantsMap = (string)parameters["ResponseValidation"]!["ResponseType"]! == "STRING_MAP";
        foreach (var answer in world.Hooks(hook, Request(context.State, parameters["LambdaInvocationAttributes"] as JsonObject)))
        {
            yield return IsTaken(answer, wantsMap) ? context.Next(context.State with { External = answer }) : context.On("NoMatchingError");
        }
    }

    private JsonObject Request(FlowState state, JsonObject? parameters)
    {
        var told = new JsonObject();
        foreach (var (name, value) in parameters ?? [])
        {
            if (Resolve(state, (string)value!) is { Length: > 0 } text)
            {
                told[name] = text;
            }
        }

        var isTask = state.Channel is "TASK" or "EMAIL";
        return new JsonObject
        {
            ["Name"] = "ContactFlowEvent",
            ["Details"] = new JsonObject
            {
                ["ContactData"] = new JsonObject
                {
                    ["Attributes"] = new JsonObject(state.Attributes.Select(kept => KeyValuePair.Create(kept.Key, (JsonNode?)kept.Value))),
                    ["Channel"] = state.Channel,
                    ["ContactId"] = world.ContactId,
                    ["CustomerEndpoint"] = state.Channel == "VOICE" && world.CustomerAddress is { } address
                        ? new JsonObject { ["Address"] = address, ["Type"] = "TELEPHONE_NUMBER" }
                        : null,
                    ["SystemEndpoint"] = state.Channel == "VOICE"
                        ? new JsonObject { ["Address"] = world.CalledNumber, ["Type"] = "TELEPHONE_NUMBER" }
                        : null,
                    ["InitiationMethod"] = "INBOUND",
                    ["InstanceARN"] = flows.Configuration.Instance.Arn,
                    ["LanguageCode"] = state.LanguageCode,
                    ["Name"] = isTask ? "Card stolen" : null,
                    ["Description"] = isTask ? "The customer wrote that the card was stolen" : null,
                    ["Queue"] = null,
                },
                ["Parameters"] = told,
            },
        };
    }

    private bool IsTaken(string? answer, bool wantsMap) =>
        answer is not null
        && Encoding.UTF8.GetByteCount(answer) < MaximumAnswerBytes
        && Parsed(answer) is JsonObject members
        && (!wantsMap || members.All(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String));

    private JsonNode? Parsed(string answer)
    {
        if (!_answers.TryGetValue(answer, out var known))
        {
            try
            {
                known = JsonNode.Parse(answer);
            }
            catch (JsonException)
            {
                known = null;
            }

            _answers.Add(answer, known);
        }

        return known;
    }

    private FlowStep[] Run(BlockContext context, JsonObject parameters)
    {
        var module = FlowSet.NameOf((string)parameters["FlowModuleId"]!);
        var told = (parameters["Input"] as JsonObject ?? [])
            .Select(input => KeyValuePair.Create(input.Key, Resolve(context.State, (string)input.Value!) ?? ""))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        var inside = context.State with
        {
            Flow = module,
            Block = flows.Start(module),
            Caller = context.Next().State,
            Told = told,
            External = null,
            Words = null,
            Read = null,
            Intent = null,
            Keyed = null,
            WasJustTold = false,
            Speaks = null,
        };
        var steps = new List<FlowStep> { new($"{context.State.Place}:", inside) };
        if (world.ModulesFail || world.EverythingFails)
        {
            steps.Add(context.On("NoMatchingError"));
        }

        return [.. steps];
    }

    // what the module has found out in its own blocks stays in it; contact and queue are everybody's
    private static FlowStep Return(BlockContext context)
    {
        var inside = context.State;
        var back = inside.Caller!;
        return new FlowStep(
            $"{inside.Place}:", back with { Attributes = inside.Attributes, Queue = inside.Queue, HasCallback = inside.HasCallback });
    }

    private FlowStep Keep(BlockContext context, JsonObject parameters)
    {
        var kept = context.State.Attributes;
        foreach (var (name, value) in parameters["Attributes"]!.AsObject())
        {
            kept = kept.SetItem(name, Resolve(context.State, (string)value!) ?? "");
        }

        return kept.Sum(one => one.Key.Length + one.Value.Length) < MaximumAnswerBytes
            ? context.Next(context.State with { Attributes = kept })
            : context.On("NoMatchingError");
    }

    private FlowStep Compare(BlockContext context, JsonObject parameters)
    {
        var value = Resolve(context.State, (string)parameters["ComparisonValue"]!);
        return value is { Length: > 0 } && context.Conditions.FirstOrDefault(condition => FlowCondition.IsMet(condition, value)) is { } met
            ? context.When(met)
            : context.On("NoMatchingCondition");
    }

    private IEnumerable<FlowStep> AskKey(BlockContext context)
    {
        var told = context.State with { WasJustTold = false };
        foreach (var condition in world.CustomersDoAnything ? context.Conditions : [])
        {
            yield return context.When(condition, told);
        }

        yield return context.On("InputTimeLimitExceeded", told);
        if (world.CustomersDoAnything)
        {
            yield return context.On("NoMatchingCondition", told);
        }
    }

    private IEnumerable<FlowStep> AskDigits(BlockContext context) =>
        world.Digits.Select(digits => context.Next(context.State with { Keyed = digits, WasJustTold = false }));

    private IEnumerable<FlowStep> AskBot(BlockContext context)
    {
        var told = context.State with { WasJustTold = false };
        foreach (var condition in world.CustomersDoAnything ? context.Conditions : [])
        {
            yield return context.When(condition, told with { Intent = (string)condition["Condition"]!["Operands"]![0]!, Words = "yes" });
        }

        foreach (var words in world.Heard(flows.ReadFrom(context.State.Flow, context.State.Block)))
        {
            yield return context.On("NoMatchingCondition", told with { Intent = "FallbackIntent", Words = words });
        }

        if (world.CustomersDoAnything)
        {
            yield return context.On("InputTimeLimitExceeded", told);
        }
    }

    private FlowStep SetQueue(BlockContext context, string? arn) =>
        flows.Configuration.Queues.Any(queue => queue.Id is { } id && flows.Configuration.Instance.QueueArn(id) == arn)
            ? context.Next(context.State with { Queue = arn })
            : context.On("NoMatchingError");

    private FlowStep SetCriteria(BlockContext context, string reference) =>
        Find(context.State.External, reference["$.External.".Length..]) is JsonObject criteria
            && criteria["Steps"] is JsonArray { Count: >= 1 and <= 5 }
            ? context.Next()
            : context.On("NoMatchingError");

    private IEnumerable<FlowStep> Transfer(BlockContext context)
    {
        if (context.State.Queue is null)
        {
            yield return context.On("NoMatchingError");
            yield break;
        }

        yield return context.Ends(new FlowEnd(FlowEndKind.Queue, context.State.Queue));
        if (world.QueuesAreFull)
        {
            yield return context.On("QueueAtCapacity");
        }

        if (world.EverythingFails)
        {
            yield return context.On("NoMatchingError");
        }
    }

    private IEnumerable<FlowStep> CallbackNumber(BlockContext context, string? number)
    {
        if (context.State.Channel == "VOICE" && number?.TrimStart('+') is { Length: >= 8 } digits && digits.All(char.IsAsciiDigit))
        {
            yield return context.Next();
            if (world.EverythingFails)
            {
                yield return context.On("CallbackNumberNotDialable");
            }
        }
        else
        {
            yield return context.On("InvalidCallbackNumber");
        }
    }

    private IEnumerable<FlowStep> LoopPrompts(BlockContext context, JsonObject parameters)
    {
        if (context.State.Channel is "TASK" or "EMAIL"
            || parameters["Messages"]!.AsArray().Any(message => IsSilent(context.State, message!.AsObject())))
        {
            yield return context.On("NoMatchingError");
            yield break;
        }

        yield return context.Ends(new FlowEnd(FlowEndKind.Waiting, context.State.Queue));
        if (parameters.ContainsKey("InterruptFrequencySeconds"))
        {
            yield return context.When("MessagesInterrupted");
        }

        if (world.EverythingFails)
        {
            yield return context.On("NoMatchingError");
        }
    }

    private static FlowStep Loop(BlockContext context, JsonObject parameters)
    {
        var passed = context.State.Loops.GetValueOrDefault(context.State.Place);
        return passed < int.Parse((string)parameters["LoopCount"]!, CultureInfo.InvariantCulture)
            ? context.When("ContinueLooping", context.State with { Loops = context.State.Loops.SetItem(context.State.Place, passed + 1) })
            : context.When("DoneLooping", context.State with { Loops = context.State.Loops.Remove(context.State.Place) });
    }

    private string? Resolve(
        FlowState state, string text) => !text.StartsWith("$.", StringComparison.Ordinal) ? text : text.Split('.') switch
        {
            [_, "Attributes", var name] => state.Attributes.GetValueOrDefault(name),
            [_, "External", var name] => Find(state.External, name) is JsonValue value ? value.ToString() : null,
            [_, "Modules", "Input", var name] => state.Told.GetValueOrDefault(name),
            [_, "Views", "ViewResultData", "actionName"] or [_, "Views", "ViewResultData", "FormData", "words"] => state.Viewed,
            [_, "ContactId"] => world.ContactId,
            [_, "Agent", "UserName"] => world.AgentName,
            [_, "Agent", "ARN"] => null,
            [_, "Channel"] => state.Channel,
            [_, "StoredCustomerInput"] => state.Keyed,
            [_, "Lex", "InputTranscript"] => state.Words,
            [_, "Lex", "SessionAttributes", var name] => name == "heard" ? state.Words : state.HeardStatus,
            [_, "Lex", "IntentName"] => state.Intent,
            [_, "Email", "EmailMessage", "Plaintext"] => state.Read,
            [_, "Media", "InitialMessage"] => state.Channel == "CHAT" ? world.Words[0] : null,
            [_, "Metrics", "Queue", "Size"] => state.QueueSize,
            [_, "SystemEndpoint", "Address"] => state.Channel == "VOICE" ? world.CalledNumber : null,
            [_, "CustomerEndpoint", "Address"] => state.Channel == "VOICE" ? world.CustomerAddress : null,
            _ => throw new InvalidOperationException($"{state.Place}: {text} is no reference that is known"),
        };

    private JsonNode? Find(string? external, string name) => external is null ? null : Parsed(external)![name];
}
