using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules.Tickets;

/// <summary>Tickets of contacts: each system has what it needs and nothing that only another one takes.</summary>
internal static class TicketRules
{
    private const string Path = "$.contacts.tickets";
    private const int MaximumId = 500;

    private static readonly TimeSpan Shortest = TimeSpan.FromHours(1);

    /// <summary>What is remembered of customers is forgotten then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Contacts.Tickets is not { } tickets)
        {
            return;
        }

        var isRight = tickets.System switch
        {
            TicketSystemKind.Cases => IsId(tickets.To),
            TicketSystemKind.ServiceNow => Uri.CheckHostName(tickets.To) == UriHostNameType.Dns,
            _ => WebAddress.Https(tickets.To) is { } address && !WebAddress.IsOwnMachine(address),
        };
        if (!isRight)
        {
            found.Add(new($"{Path}.to", ConfigurationRules.Quote(tickets.To), Findings.TicketTo));
        }

        if (tickets.System == TicketSystemKind.Cases ? !IsId(tickets.Template ?? "") : tickets.Template is not null)
        {
            found.Add(new($"{Path}.template", ConfigurationRules.Quote(tickets.Template ?? ""), Findings.TicketTemplate));
        }

        if (tickets.Table is { } table && tickets.System != TicketSystemKind.ServiceNow)
        {
            found.Add(new($"{Path}.table", ConfigurationRules.Quote(table), Findings.TicketTable));
        }

        if (tickets.System == TicketSystemKind.Cases == tickets.Secret is not null)
        {
            found.Add(new($"{Path}.secret", ConfigurationRules.Quote(tickets.Secret ?? ""), Findings.TicketSecret));
        }

        if (tickets.JoinWithin < Shortest || tickets.JoinWithin > Longest)
        {
            found.Add(new(
                $"{Path}.joinWithin", ConfigurationRules.Quote(DurationConverter.Format(tickets.JoinWithin)), Findings.TicketJoin));
        }
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= MaximumId && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
