using System.Globalization;
using System.Text;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Design;

namespace ContactCenter.Infra.Flows;

/// <summary>The flows of a configuration as a page for the people who design flows.</summary>
internal static class FlowDocument
{
    /// <summary>Characters of a block's text that are shown.</summary>
    private const int MaximumText = 90;

    /// <summary>The page, in Markdown with Mermaid diagrams.</summary>
    public static string Of(ContactCenterConfiguration configuration)
    {
        var addresses = new FlowAddresses { Hook = hook => hook.Name, Module = module => module, Flow = flow => flow };
        var design = new FlowDesign(configuration, addresses);
        var page = new StringBuilder(
            """
            # Contact flows

            Made by `dotnet run --project infra/ContactCenter.Infra -- flows > docs/flows.md` from the sample configuration; a test keeps it
            current. Solid arrows are the usual ways, dotted ones those of errors. How the flows are made stands in
            [contact flows](design/contact-flows.md).

            ## What modules keep

            A module asks one hook and keeps its answer with the contact. Without an answer it keeps the prepared one, so attributes always have
            a value that can be compared with. Drop a module into a flow of your own and read the attributes behind it.


            """);
        foreach (var module in (HookModule[])[.. design.Hooks.All, CallFlow.Answer])
        {
            page.Append(CultureInfo.InvariantCulture, $"### {module.Name}\n\n{module.Description}\n\n");
            if (module.Inputs.Count > 0)
            {
                page.Append(
                    CultureInfo.InvariantCulture, $"It is told {string.Join(", ", module.Inputs.Select(Code))}; all may be left out.\n\n");
            }

            page.Append("| attribute | from the answer's | without an answer |\n|---|---|---|\n");
            foreach (var kept in module.Attributes)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `$.Attributes.{kept.Name}` | `{kept.Key}` | `{kept.Prepared}` |\n");
            }

            page.Append('\n');
        }

        AppendSentences(page, design);
        var spoken = design.Sentences(design.Languages[0]);
        page.Append("## Flows\n\n");
        var deployed = SystemFlows.Of(configuration);
        ContactFlow[] all =
        [
            .. design.Flows(), design.Incident(), .. design.AgentReport() is { } report ? [report] : Array.Empty<ContactFlow>(),
            .. design.AgentGuide() is { } guide ? [guide] : Array.Empty<ContactFlow>(),
        ];
        foreach (var flow in all.Where(flow => deployed.Contains(flow.Name)))
        {
            AppendDiagram(page, flow, spoken);
        }

        // also where the sample calls nobody
        AppendDiagram(page, CallFlow.Build(configuration.Calls ?? new(), addresses), spoken);

        page.Append("## Modules\n\n");
        foreach (var module in design.Modules().Append(CallFlow.Answer.Build(addresses)))
        {
            AppendDiagram(page, module, spoken);
        }

        return $"{page.ToString().TrimEnd()}\n";
    }

    private static void AppendSentences(StringBuilder page, FlowDesign design)
    {
        page.Append(
            """
            ## What the flows say

            `flows.languages` in the configuration says otherwise. The diagrams below show the first language.

            | sentence |
            """);
        page.AppendJoin("", design.Languages.Select(language => $" {language.Code} |"))
            .Append("\n|---|")
            .AppendJoin("", design.Languages.Select(_ => "---|"))
            .Append('\n');
        foreach (var name in design.Sentences(design.Languages[0]).Keys)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{name}` |")
                .AppendJoin("", design.Languages.Select(language => $" {Cell(design.Sentences(language)[name])} |"))
                .Append('\n');
        }

        page.Append('\n');
    }

    private static void AppendDiagram(StringBuilder page, ContactFlow flow, IReadOnlyDictionary<string, string> spoken)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"### {flow.Name}{(flow.Kind == FlowKind.Module ? " (module)" : "")}\n\n{flow.Description}\n\n```mermaid\nflowchart TD\n");
        var ids = flow.Blocks.Keys.Select((name, i) => (name, Id: $"b{i}")).ToDictionary(
            block => block.name, block => block.Id, StringComparer.Ordinal);
        foreach (var (name, block) in flow.Blocks)
        {
            page.Append(CultureInfo.InvariantCulture, $"  {ids[name]}[\"{Label(Spoken(block.Summary, spoken))}\"]\n");
        }

        foreach (var (name, block) in flow.Blocks)
        {
            foreach (var ways in block.Branches.GroupBy(branch => branch.Target, StringComparer.Ordinal))
            {
                page.Append(CultureInfo.InvariantCulture, $"  {ids[name]} {Arrow([.. ways])} {ids[ways.Key]}\n");
            }
        }

        page.Append("```\n\n");
    }

    // where the usual way goes an error goes too, more often than not, and saying so would only hide the usual way
    private static string Arrow(IReadOnlyList<FlowBranch> ways)
    {
        var conditions = ways.Where(way => way.Operator is not null).ToArray();
        var errors = ways.Where(way => way.Error is not null).ToArray();
        if (conditions.Length > 0)
        {
            return $"-->|\"{Label(string.Join(" or ", conditions.Select(way => way.Label)))}\"|";
        }

        return ways.Count > errors.Length ? "-->" : $"-.->|\"{Label(string.Join(" or ", errors.Select(way => way.Label)))}\"|";
    }

    private static string Spoken(string text, IReadOnlyDictionary<string, string> spoken)
    {
        // the longest names first, because one may begin with another
        foreach (var (name, words) in spoken.OrderByDescending(sentence => sentence.Key.Length))
        {
            text = text.Replace($"{Sentence.Namespace}{name}", words, StringComparison.Ordinal);
        }

        return text;
    }

    private static string Label(string text)
    {
        var shown = text.Length <= MaximumText ? text : $"{text[..MaximumText].TrimEnd()} …";
        return shown.Replace("\"", "#quot;", StringComparison.Ordinal);
    }

    // a sentence is what an operator writes: it may not end the cell, or the row
    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Code(string text) => $"`{text}`";
}
