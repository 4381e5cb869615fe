using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Flows.Blocks;

namespace ContactCenter.Infra.Flows.Design;

/// <summary>For e-mails: topic from the subject, the customer, then a queue.</summary>
internal static class EmailFlow
{
    /// <summary>The flow as blocks.</summary>
    public static ContactFlow Build(FlowDesign design)
    {
        var flow = new ContactFlow(SystemFlows.Email, FlowKind.Inbound, "E-mails: finds out what the e-mail is about and whom it is from, and routes.")
        {
            ["log"] = new SetLogging(true) { Next = "classify" },
            ["classify"] = design.Run(design.Hooks.ClassifyContact, "look-up"),
            ["look-up"] = design.Run(design.Hooks.LookUpCustomer, "recommend"),
            ["recommend"] = design.Run(design.Hooks.Recommend, "route"),
            ["route"] = design.Run(design.Hooks.RouteContact, IntoQueue.Start),
        };
        IntoQueue.AddTo(flow, design, "patience");
        IntoQueue.AddPatience(flow);
        return flow;
    }
}
