using System.Collections.Immutable;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using static ContactCenter.Aws.AttributeNumber;

namespace ContactCenter.Aws.Incidents;

/// <summary>The items of effects. An effect has one of its own, with its lease; very many effects of one decision begin as packs.</summary>
internal static class EffectItem
{
    /// <summary>How long an effect is kept after it was decided, done or not, for whoever looks into what was sent.</summary>
    private static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    public static Dictionary<string, AttributeValue> Write(Effect effect, DateTimeOffset dueAt)
    {
        var item = WithoutBody(effect, dueAt);
        item[TableSchema.Body] = ItemBody.Write(effect, StoredJson.Default.Effect);
        return item;
    }

    /// <summary>What tells an effect from others and orders it: all that the stream's function reads.</summary>
    public static Dictionary<string, AttributeValue> WithoutBody(Effect effect, DateTimeOffset dueAt)
    {
        var item = Due(ItemKey.Effect(effect.Id), TableLayout.EffectKind, effect, dueAt);
        item[TableSchema.Attempts] = Number(0);
        item[TableSchema.Lane] = new AttributeValue(effect switch
        {
            NotifyEffect notify => $"{notify.Channel} {notify.To}",
            RemediateEffect remediate => $"{remediate.Remediation} {remediate.Target}",
            _ => effect.Id,
        });
        return item;
    }

    /// <summary>A pack is due at once: the clock unpacks it, and the stream then brings its effects one by one.</summary>
    public static Dictionary<string, AttributeValue> WritePack(Effect first, AttributeValue body)
    {
        var item = Due(ItemKey.EffectPack(first.Id), TableSchema.EffectPackKind, first, first.At);
        item[TableSchema.Body] = body;
        return item;
    }

    public static Effect Read(Dictionary<string, AttributeValue> item) => ItemBody.Read(item, StoredJson.Default.Effect);

    public static ImmutableArray<Effect> ReadPack(Dictionary<string, AttributeValue> item) =>
        ItemBody.Read(item, StoredJson.Default.ImmutableArrayEffect);

    private static Dictionary<string, AttributeValue> Due(ItemKey key, string kind, Effect effect, DateTimeOffset dueAt)
    {
        var item = key.ToAttributes();
        item[TableLayout.Kind] = new AttributeValue(kind);
        item[TableLayout.Id] = new AttributeValue(effect.Id);
        item[TableLayout.DueIn] = new AttributeValue(TableSchema.DueEffects);
        item[TableLayout.NextDueAt] = Milliseconds(dueAt);
        item[TableLayout.ExpiresAt] = Seconds(effect.At + Keeps);
        return item;
    }
}
