using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Infra.Flows;
using ContactCenter.Infra.Tests.Flows.Simulation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>What flows and modules read, against what hooks answer and modules keep.</summary>
public sealed partial class HookAttributeTests
{
    private static readonly DateTimeOffset Open = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    private readonly FlowSet _flows = new(FlowSamples.Get("bot-and-menu"));

    [Fact]
    public void Flows_read_of_an_answer_only_what_the_hook_gives()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        foreach (var module in new HookModules(_flows.Configuration).All)
        {
            var given = JsonNode.Parse(hooks.Prepared(module.Name, []))!
                .AsObject()
                .Select(member => member.Key)
                .ToHashSet(StringComparer.Ordinal);
            var read = References(module.Name)
                .Where(reference => reference.StartsWith("$.External.", StringComparison.Ordinal))
                .Select(reference => reference["$.External.".Length..]);

            Assert.Empty(read.Except(given).Select(key => $"{module.Name} does not answer {key}"));
        }
    }

    [Fact]
    public void Played_answers_have_the_keys_of_real_ones()
    {
        var hooks = new RealHooks(_flows.Configuration, Open);
        var played = new PlayedHooks(_flows);
        foreach (var module in new HookModules(_flows.Configuration).All)
        {
            var given = JsonNode.Parse(hooks.Prepared(module.Name, []))!
                .AsObject()
                .Select(member => member.Key)
                .ToHashSet(StringComparer.Ordinal);

            Assert.All(
                played.Open(module.Name),
                answer => Assert.Empty(JsonNode.Parse(answer)!.AsObject().Select(member => member.Key).Except(given)));
        }
    }

    [Fact]
    public void Flows_read_only_attributes_that_a_module_keeps_or_who_opens_a_task_names()
    {
        string[] kept =
        [
            .. new HookModules(_flows.Configuration).All.SelectMany(module => module.Attributes).Select(attribute =>
                $"$.Attributes.{attribute.Name}"),
            "$.Attributes.queue",
            $"$.Attributes.{SpokenLanguage.Attribute}",
            "$.Attributes.recording",
            .. new[] { HookAttributes.GuideContact, HookAttributes.GuideTopic, HookAttributes.GuideQuestion }
                .Select(static name => $"$.Attributes.{name}"),
            .. new[] { "Kind", "Text", "Queue" }.Select(static name => $"$.Attributes.fault{name}"),
        ];

        Assert.Empty(_flows.Names.SelectMany(References)
            .Where(reference => reference.StartsWith("$.Attributes.", StringComparison.Ordinal))
            .Except(kept));
    }

    [Fact]
    public void What_modules_keep_is_what_a_customer_system_may_not_write()
    {
        foreach (var configuration in new[] { _flows.Configuration, FlowSamples.Get("bot-without-lens") })
        {
            var told = configuration.Crm?.Attributes.Keys ?? [];
            var kept = new HookModules(configuration).All
                .SelectMany(module => module.Attributes)
                .Select(attribute => attribute.Name)
                .Except([.. told, CustomerAnswer.RecentContacts])
                .Union([SpokenLanguage.Attribute, SpokenLanguage.AssumedAttribute]);

            Assert.Empty(kept.Except(HookAttributes.Kept(configuration)));
        }
    }

    [Fact]
    public void A_module_reads_only_what_it_is_told()
    {
        foreach (var module in new HookModules(_flows.Configuration).All)
        {
            var read = References(module.Name).Where(reference => reference.StartsWith("$.Modules.Input.", StringComparison.Ordinal));

            Assert.Empty(read.Except(module.Inputs.Select(input => $"$.Modules.Input.{input}")));
        }
    }

    private IEnumerable<string> References(string flow) => _flows.Blocks(flow).Values
        .SelectMany(FlowSet.References)
        .Where(reference => Known().IsMatch(reference))
        .Distinct();

    [GeneratedRegex(@"^\$\.(External|Attributes|Modules)\.")]
    private static partial Regex Known();
}
