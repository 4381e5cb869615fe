using System.Globalization;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Routing;

/// <summary>
/// When it is a contact's turn. Everything that speaks for a contact is a head start in seconds, as if it had come so much earlier: who
/// has waited longer by that is served first nevertheless, so nobody starves. Only an emergency is served before all others.
/// </summary>
/// <param name="Level">Amazon Connect's priority, <see cref="First"/> to <see cref="Last"/>; <see cref="Usual"/> is everybody's, a lower
/// one is served first.</param>
/// <param name="HeadStart">Amazon Connect's queue time adjustment, from <see cref="Latest"/> to <see cref="Earliest"/>.</param>
/// <param name="IsEmergency">True: the flow is to set the priority; false: it is to set the time adjustment, for Connect takes one of
/// them.</param>
/// <param name="Reasons">Why.</param>
public sealed record ContactPriority(int Level, TimeSpan HeadStart, bool IsEmergency, IReadOnlyList<string> Reasons)
{
    /// <summary>The priority that Amazon Connect gives to everybody.</summary>
    public const int Usual = 5;

    /// <summary>The first priority.</summary>
    public const int First = 1;

    /// <summary>The last priority that is given.</summary>
    public const int Last = 6;

    /// <summary>The longest head start.</summary>
    public static readonly TimeSpan Earliest = TimeSpan.FromMinutes(10);

    /// <summary>How far back a contact is put.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromMinutes(-1);

    // Below this the customer is angry rather than short: the share of a lexicon's scale where people agree.
    private const double Negative = -0.4;

    private static readonly TimeSpan ForUrgency = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ForSentiment = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ForContact = TimeSpan.FromMinutes(1);
    private const int MaximumContacts = 2;

    /// <summary>Priorities between the usual and those of emergencies are so many.</summary>
    private const int FirstOfOthers = 3;

    /// <summary>The priority of a contact.</summary>
    public static ContactPriority Of(RoutingNeed need, RoutingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(settings);
        var reasons = new List<string>();
        var sum = TimeSpan.Zero;
        Add(Promise(need, settings) is { } promise ? settings.AnswerWithin - promise : TimeSpan.Zero, $"segment {need.Segment}");
        Add(need.Urgency switch { "critical" or "high" => ForUrgency, "low" => Latest, _ => TimeSpan.Zero }, $"urgency {need.Urgency}");
        Add(need.Sentiment <= Negative ? ForSentiment : TimeSpan.Zero, "an unhappy customer");
        Add(Math.Min(need.RecentContacts, MaximumContacts) * ForContact, $"contact {need.RecentContacts + 1} in some days");

        var head = sum < Latest ? Latest : sum > Earliest ? Earliest : sum;
        var minutes = (int)Math.Floor(head.TotalMinutes);
        if (need.Topic is { } topic && settings.Topics.TryGetValue(topic, out var route) && route.Emergency)
        {
            reasons.Insert(0, "an emergency");
            return new ContactPriority(minutes > 0 ? First : First + 1, head, IsEmergency: true, reasons);
        }

        return new ContactPriority(Math.Clamp(Usual - minutes, FirstOfOthers, Last), head, IsEmergency: false, reasons);

        void Add(TimeSpan start, string reason)
        {
            if (start != TimeSpan.Zero)
            {
                sum += start;
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{reason}: {start.TotalSeconds:+0;-0} s"));
            }
        }
    }

    /// <summary>What the customer's segment is promised; null where everybody's promise holds.</summary>
    public static TimeSpan? Promise(RoutingNeed need, RoutingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(settings);
        return need.Segment is { } segment && settings.Segments.TryGetValue(segment, out var found) ? found.AnswerWithin : null;
    }
}
