using System.Globalization;
using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Contacts.Entities;

/// <summary>
/// Reads what a customer names: numbers, an amount, a day, a card brand, a place, as far as a configuration wants to know. Of two of a kind
/// the first counts. What is read is the customer's own: it goes to the flow and the agent, and never into a log.
/// </summary>
public sealed class EntityReading
{
    /// <summary>Kinds of numbers.</summary>
    public const int MaximumNumbers = 5;

    /// <summary>Places with a name.</summary>
    public const int MaximumPlaces = 500;

    /// <summary>Characters of what a place is called, or of a name that customers have for it.</summary>
    public const int MaximumPlaceName = 60;

    /// <summary>The attribute of an amount.</summary>
    public const string Amount = "saidAmount";

    /// <summary>The attribute of its currency.</summary>
    public const string Currency = "saidCurrency";

    /// <summary>The attribute of a day.</summary>
    public const string Day = "saidDate";

    /// <summary>The attribute of a card brand.</summary>
    public const string Card = "saidCard";

    /// <summary>The attribute of a place.</summary>
    public const string Place = "saidPlace";

    private readonly EntitySettings _settings;
    private readonly (string Name, NumberPattern Pattern)[] _numbers;
    private readonly SaidPlace _places;

    /// <summary>Prepares the reading; a pattern that is none is left out, for the configuration was checked before.</summary>
    public EntityReading(EntitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        _numbers = [.. settings.Numbers.Select(static number => (number.Key, Pattern: NumberPattern.Parse(number.Value)!))
            .Where(static number => number.Pattern is not null)];
        _places = new SaidPlace(settings.Places);
    }

    /// <summary>All attributes that these settings lead to, always the same.</summary>
    public static IReadOnlyList<string> Names(EntitySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return
        [
            .. settings.Numbers.Keys,
            .. settings.Amounts ? new[] { Amount, Currency } : [],
            .. settings.Dates ? new[] { Day } : [],
            .. settings.Cards ? new[] { Card } : [],
            .. settings.Places.Count > 0 ? new[] { Place } : [],
        ];
    }

    /// <summary>What a text names, by attribute; nothing for what it does not name.</summary>
    /// <param name="text">What the customer said.</param>
    /// <param name="today">The day on which the customer said it, where the center is.</param>
    /// <param name="isMonthFirst">In figures with slashes the month stands before the day.</param>
    public IReadOnlyDictionary<string, string> Read(string text, DateOnly today, bool isMonthFirst)
    {
        var said = SaidTokens.Of(text);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var numbers = _numbers.Length == 0 ? null : new SaidNumber(said);
        foreach (var (name, pattern) in _numbers)
        {
            Add(name, numbers!.Find(pattern));
        }

        if (_settings.Amounts && SaidAmount.Find(said) is { } amount)
        {
            Add(Amount, amount.Text);
            Add(Currency, amount.Currency);
        }

        Add(Day, _settings.Dates
            ? SaidDay.Find(said, today, isMonthFirst)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null);
        Add(Card, _settings.Cards ? SaidCard.Find(said) : null);
        Add(Place, _places.Find(said));
        return found;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                found[name] = value;
            }
        }
    }
}
