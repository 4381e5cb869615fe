using System.Text;
using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.FlowContent;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows;

/// <summary>
/// What Amazon Connect refuses (<see cref="FlowContentCheck"/>), or accepts and never leaves, or what is no habit of this house: found
/// before anything is deployed.
/// </summary>
internal static partial class FlowRules
{
    /// <summary>What a text contains that CloudFormation fills in.</summary>
    private const string FilledIn = "${Token[";

    /// <summary>Bytes of a contact's attributes at most (administrator guide, service quotas).</summary>
    public const int MaximumAttributeBytes = 32 * 1024;

    /// <summary>Everything that is wrong with a flow, in sentences; empty when nothing is.</summary>
    public static IReadOnlyList<string> Check(ContactFlow flow) => flow.Blocks.Count == 0 ? [.. Names(flow), $"{flow.Name}: no block"] :
    [
        .. Names(flow),
        .. FlowContentCheck.Of(FlowWriter.Content(flow), flow.Kind == FlowKind.Module, IsFilledIn)
            .Select(problem => $"{flow.Name}: {problem}"),
        .. flow.Blocks.SelectMany(block => Block(flow, block.Key, block.Value)),
        .. Unreachable(flow).Select(block => $"{flow.Name}: no way leads to {block}"),
        .. Unspoken(flow),
        .. Circles(flow).Select(block => $"{flow.Name}: {block} is on a circle that no {nameof(Repeat)} ends"),
    ];

    /// <summary>Everything that can be reached from a block, itself included only when it can come back.</summary>
    public static HashSet<string> ReachableFrom(ContactFlow flow, string start, Func<string, bool> passes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var name))
        {
            foreach (var branch in flow.Blocks.TryGetValue(name, out var block) ? block.Branches : [])
            {
                if (passes(branch.Target) && seen.Add(branch.Target))
                {
                    open.Push(branch.Target);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Names(ContactFlow flow)
    {
        if (!FlowName().IsMatch(flow.Name))
        {
            yield return $"{flow.Name}: a name has 1 to 100 lower-case letters, digits and hyphens, so that metrics show it";
        }

        if (flow.Inputs.Count > 0 && flow.Kind != FlowKind.Module)
        {
            yield return $"{flow.Name}: only a module is told anything";
        }
    }

    private static IEnumerable<string> Block(ContactFlow flow, string name, FlowBlock block)
    {
        if (!Identifier().IsMatch(name))
        {
            yield return $"{flow.Name}: {name} is no name of a block; 1 to 50 lower-case letters, digits and hyphens are";
        }

        if (IsMisplaced(flow.Kind, block))
        {
            yield return $"{flow.Name}: {name} cannot stand in a flow of the kind {flow.Kind}";
        }

        if (block is Say { Text: var text } && ReferenceWithDot().IsMatch(text))
        {
            yield return $"{flow.Name}: {name} has a dot right behind a reference; it may be read as part of it";
        }

        if (block is SetAttributes { Values: var values }
            && values.Sum(value => value.Key.Length + value.Value.Length) > MaximumAttributeBytes)
        {
            yield return $"{flow.Name}: {name} keeps more than a contact's {MaximumAttributeBytes} bytes";
        }

        if (block is SetSentences { Sentences: var sentences }
            && sentences.Sum(sentence =>
                Encoding.UTF8.GetByteCount(sentence.Key) + Encoding.UTF8.GetByteCount(sentence.Value)) > FlowSentences.MaximumBytes)
        {
            yield return $"{flow.Name}: {name} keeps more than a flow's {FlowSentences.MaximumBytes} bytes";
        }
    }

    // a module is run by inbound flows here, so whatever they may do it may
    private static bool IsMisplaced(FlowKind kind, FlowBlock block) => block switch
    {
        LoopPrompts => kind != FlowKind.CustomerQueue,
        InvokeModule => kind == FlowKind.CustomerQueue,
        TransferToQueue => kind != FlowKind.Inbound,
        InvokeHook hook => kind != FlowKind.Module && !hook.IsOnlyTold,
        _ when block == End.KeepWaiting => kind != FlowKind.CustomerQueue,
        _ when block == End.Module => kind != FlowKind.Module,
        _ => false,
    };

    private static bool IsFilledIn(string text) => text.Contains(FilledIn, StringComparison.Ordinal);

    private static IEnumerable<string> Unreachable(ContactFlow flow)
    {
        var reached = ReachableFrom(flow, flow.Start, _ => true);
        return flow.Blocks.Keys.Where(block => block != flow.Start && !reached.Contains(block));
    }

    /// <summary>Sentences that one of the flow's languages has no words for: there the customer would hear nothing.</summary>
    private static IEnumerable<string> Unspoken(ContactFlow flow)
    {
        var languages = flow.Blocks.Values.OfType<SetSentences>().ToArray();
        return from block in flow.Blocks
               from match in SentenceReference().Matches(block.Value.Parameters.ToJsonString())
               let sentence = match.Groups[1].Value
               where languages.Length == 0 || languages.Any(language => !language.Sentences.ContainsKey(sentence))
               select $"{flow.Name}: {block.Key} says {sentence}, for which a language of the flow has no words";
    }

    private static IEnumerable<string> Circles(ContactFlow flow) =>
        flow.Blocks.Keys.Where(block => flow.Blocks[block] is not Repeat
            && ReachableFrom(flow, block, target => flow.Blocks.GetValueOrDefault(target) is not Repeat).Contains(block));

    [GeneratedRegex(@"\$\.[A-Za-z0-9_.]*\.(?![A-Za-z0-9_])")]
    private static partial Regex ReferenceWithDot();

    [GeneratedRegex(@"\$\.FlowAttributes\.([A-Za-z]+)")]
    private static partial Regex SentenceReference();

    [GeneratedRegex("^[a-z0-9-]{1,100}\\z")]
    private static partial Regex FlowName();

    [GeneratedRegex("^[a-z0-9-]{1,50}\\z")]
    private static partial Regex Identifier();
}
