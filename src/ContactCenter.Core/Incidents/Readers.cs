using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Incidents;

/// <summary>Who reads in which language, by which clock: the narrower says it over the wider.</summary>
internal sealed class Readers
{
    private readonly MessageSettings _settings;
    private readonly string _language;
    private readonly string _timeZone;

    /// <summary>The readers of a configuration.</summary>
    public Readers(ContactCenterConfiguration configuration)
    {
        _settings = configuration.Messages;
        var center = configuration.Routing.Languages;
        _language = _settings.Language ?? (center.Count > 0 ? center[0] : Translation.SourceLanguage);
        _timeZone = _settings.TimeZone ?? configuration.TimeZone;
        Anybody = Reader.Of(_language, _timeZone);
    }

    /// <summary>How who says nothing reads.</summary>
    public Reader Anybody { get; }

    /// <summary>
    /// How an endpoint reads. A webhook is read by a program, so it is English unless its endpoint says otherwise; a case is read by
    /// engineers of AWS, who are asked in English and look at clocks of UTC, whatever stands here.
    /// </summary>
    /// <param name="audience">Name of the audience or schedule.</param>
    /// <param name="person">Who is on call, or null.</param>
    /// <param name="endpoint">The endpoint.</param>
    public Reader Of(string audience, OnCallParticipant? person, Endpoint endpoint)
    {
        if (endpoint.Channel == Channel.Support)
        {
            return Reader.Anybody;
        }

        var audiences = _settings.Audiences.GetValueOrDefault(audience);
        return Reader.Of(
            endpoint.Language
                ?? (endpoint.Channel == Channel.Webhook ? null : person?.Language ?? audiences?.Language ?? _language),
            endpoint.TimeZone ?? person?.TimeZone ?? audiences?.TimeZone ?? _timeZone);
    }
}
