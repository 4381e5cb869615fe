using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Support;

/// <summary>Words a message as a case of AWS Support.</summary>
public static class SupportRenderer
{
    /// <summary>Severity codes from the worst; a plan without one of them takes the next (Business has no <c>critical</c>).</summary>
    public static readonly IReadOnlyList<string> SeverityCodes = ["critical", "urgent", "high"];

    private const string OtherCategory = "other";

    /// <summary>
    /// Why no case is opened now; null when one is: while customers cannot get through or are not served, once that lasts longer than was
    /// promised for a P1. AWS can say nothing of a P1 that only means that we could not tell.
    /// </summary>
    public static string? Withheld(IncidentMessage message, SlaSettings promised) => message switch
    {
        { Exercise: not null } => Sentences.NotInExercises,
        { Occasion: Occasion.Mitigated or Occasion.Resolved } => Sentences.SupportOver,
        { Severity: not Severity.P1 } => Sentences.SupportOnlyP1($"{message.Severity}"),
        { IsInternal: true } => Sentences.SupportNotSaid,
        _ when message.At - (message.PromisedFrom ?? message.OpenedAt) < promised.Resolve =>
            Sentences.SupportTooEarly(
                MetricText.Duration(promised.Resolve), MetricText.Duration(message.At - (message.PromisedFrom ?? message.OpenedAt))),
        _ => null,
    };

    /// <summary>The case.</summary>
    /// <param name="effect">What to tell; its <see cref="NotifyEffect.To"/> is a service code, or <c>service/category</c>.</param>
    /// <param name="instanceArn">The instance, which engineers at AWS need first.</param>
    public static SupportCase Render(NotifyEffect effect, string instanceArn)
    {
        var message = effect.Message;
        var (service, category) = effect.To.Split('/', 2) is [var first, var second] ? (first, second) : (effect.To, OtherCategory);
        var marker = $"[{message.IncidentId}]";
        var body = string.Create(CultureInfo.InvariantCulture, $"""
            {CleanText.Paragraphs(PlainText.Body(message), 6000)}
            {Sentences.SupportInstance(instanceArn)}
            {Sentences.SupportLasts($"{message.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm}")} {char.ToUpperInvariant(SeverityMeaning.NotServed[0])}{SeverityMeaning.NotServed[1..]}.
            """);
        return new SupportCase($"{marker} {Headline.Ascii(message, 200)}", marker, service, category, body);
    }
}

/// <summary>A case of AWS Support, as <c>CreateCase</c> takes it.</summary>
/// <param name="Subject">Begins with <paramref name="Marker"/>.</param>
/// <param name="Marker">By which a case that was opened before is found: <c>CreateCase</c> has no token against repetition.</param>
/// <param name="ServiceCode">Such as <c>amazon-connect</c>.</param>
/// <param name="CategoryCode">Such as <c>other</c>.</param>
/// <param name="Body">The first communication.</param>
public sealed record SupportCase(string Subject, string Marker, string ServiceCode, string CategoryCode, string Body);
