namespace ContactCenter.Core.Contacts.Entities;

/// <summary>The brand of a card that a customer names.</summary>
internal static class SaidCard
{
    /// <summary>The first brand; null where there is none.</summary>
    public static string? Find(SaidTokens said)
    {
        for (var at = 0; at < said.Count; at++)
        {
            if (Brand(said[at], said[at + 1]) is { } brand)
            {
                return brand;
            }
        }

        return null;
    }

    private static string? Brand(string word, string next) => (word, next) switch
    {
        // who travels needs another one
        ("visa", "application" or "form" or "antrag" or "office" or "stelle" or "requirements" or "for" or "fuer") => null,
        ("visa" or "visakarte" or "visacard", _) => "visa",
        ("mastercard" or "masterkarte", _) or ("master", "card" or "karte") => "mastercard",
        ("amex", _) or ("american", "express") => "amex",
        ("maestro" or "maestrokarte", _) => "maestro",
        ("girocard" or "girokarte" or "eckarte", _) or ("giro" or "ec", "card" or "karte") => "girocard",
        ("diners", _) => "diners",
        ("discover", "card") => "discover",
        ("jcb", _) => "jcb",
        _ => null,
    };
}
