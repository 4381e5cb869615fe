using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For e-mails: topic from subject and text, or from the subject alone, the customer, then a queue.</summary>
internal static class EmailFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(
            SystemFlows.Email, FlowKind.Inbound, "E-mails: finds out what the e-mail is about and whom it is from, and routes.")
        {
            // the log of a flow holds what its blocks are told, and the classifier is told the whole e-mail
            ["log-nothing"] = new SetLogging(false) { Next = "read" },
            ["read"] = new ReadEmail { Next = "classify", OnError = "classify-subject" },
            ["classify"] = design.Run(design.Hooks.ClassifyContact, "is-it-classified", ("body", ReadEmail.Text)),

            // a long e-mail may be more than a hook can be told
            ["is-it-classified"] = new Choose("$.Attributes.topicStatus")
            {
                Ways = new Dictionary<string, string> { ["default"] = "classify-subject" },
                Otherwise = "log",
            },
            ["classify-subject"] = design.Run(design.Hooks.ClassifyContact, "log"),
            ["log"] = new SetLogging(true) { Next = "look-up" },
            ["look-up"] = design.Run(design.Hooks.LookUpCustomer, "recommend"),
            ["recommend"] = design.Run(design.Hooks.Recommend, "route"),
            ["route"] = design.Run(design.Hooks.RouteContact, design.GuideBeside(IntoQueue.Start)),
        };
        if (design.GuideBeside(IntoQueue.Start) != IntoQueue.Start)
        {
            design.AddBesideContact(flow, IntoQueue.Start);
        }

        IntoQueue.AddTo(flow, design, "patience");
        IntoQueue.AddPatience(flow, design);
        return flow;
    }
}
