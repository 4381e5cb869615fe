using System.Text;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Embedded.Calls;
using ContactCenter.Embedded.Ports;

namespace ContactCenter.Embedded.World;

/// <summary>How somebody who reads a message takes the incident: by the button in Slack, elsewhere by the message's signed link.</summary>
internal static class SimulatedAnswer
{
    private static readonly LinkMaker Links = new(
        new Uri(EmbeddedEnvironment.LinkBase), LinkKeyText.Read(new Secret(TestSecrets.Links)), LinkMaker.DefaultLifetime);

    public static (EmbeddedFunction Function, byte[] Request) To(NotifyEffect message, DateTimeOffset at) => message.Channel == Channel.Slack
        ? (EmbeddedFunction.AnswerSlack, HttpEvent.Click(message.IncidentId, "acknowledge", message.To, Encoding.UTF8.GetBytes(TestSecrets.Key), at))
        : (EmbeddedFunction.AnswerLink, HttpEvent.Press(Links.For(message, message.To).Actions[PersonAction.Acknowledge]));
}
