using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Complexity;

namespace ContactCenter.Aws.Contacts.Outcomes;

/// <summary>Traits of a contact as attributes of an item.</summary>
internal static class TraitItems
{
    /// <summary>How difficult the rule calls it.</summary>
    public const string Rule = "rule";

    private const string Channel = "traitChannel";
    private const string Language = "traitLanguage";
    private const string IsSeveral = "traitSeveral";
    private const string CameBefore = "traitBefore";

    /// <summary>Adds what is known.</summary>
    public static void Add(Dictionary<string, AttributeValue> item, ContactTraits? traits, string? rule)
    {
        if (traits is null || rule is null)
        {
            return;
        }

        item[Rule] = new(rule);
        foreach (var (name, text) in new[] { (Channel, traits.Channel), (Language, traits.Language) })
        {
            if (!string.IsNullOrEmpty(text))
            {
                item[name] = new(text);
            }
        }

        foreach (var (name, holds) in new[] { (IsSeveral, traits.IsSeveral), (CameBefore, traits.CameBefore) })
        {
            if (holds is { } known)
            {
                item[name] = new() { BOOL = known };
            }
        }
    }

    /// <summary>Reads them; null: they are not kept.</summary>
    public static ContactTraits? Traits(Dictionary<string, AttributeValue> item) => !item.ContainsKey(Rule) ? null : new ContactTraits(
        item.GetValueOrDefault(Channel)?.S, item.GetValueOrDefault(Language)?.S, item.GetValueOrDefault(IsSeveral)?.BOOL,
        item.GetValueOrDefault(CameBefore)?.BOOL);
}
