using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Incidents;

/// <summary>What channels can and cannot do, on which rests what is promised of them.</summary>
public static class ChannelTraits
{
    /// <summary>
    /// True for channels that find out, or do not mind, that a message has arrived already: ServiceNow and AWS Support are searched first,
    /// a task and a call have a token, an event of PagerDuty a key and an alert of Jira an alias. Through these nobody is told twice.
    /// Through all others nobody is but after a crash or a time-out: then nobody knows whether the message is there.
    /// </summary>
    public static bool CanBeAsked(Channel channel) => channel is Channel.ServiceNow or Channel.Support or Channel.Task or Channel.Call
        or Channel.PagerDuty or Channel.Jira;

    /// <summary>True where a message, a ticket or a document is brought up to date; messages of other channels call people.</summary>
    public static bool CanBeUpdated(Channel channel) =>
        channel is Channel.Slack or Channel.ServiceNow or Channel.Webhook or Channel.PagerDuty or Channel.Jira;

    /// <summary>
    /// True where what arrives last stands there until something else does: a message that is changed in place, an alert that is opened,
    /// taken and closed. What arrives late must be put right there. A record of ServiceNow knows which message was written last.
    /// </summary>
    public static bool ShowsWhatCameLast(Channel channel) => channel is Channel.Slack or Channel.PagerDuty or Channel.Jira;
}
