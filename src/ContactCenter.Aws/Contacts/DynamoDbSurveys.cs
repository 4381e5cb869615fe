using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>Surveys, one item for each contact, in a partition of its own. One write says whether the rating is new.</summary>
public sealed class DynamoDbSurveys(IAmazonDynamoDB client, string table) : ISurveyStore
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddAsync(Survey survey, CancellationToken cancellationToken)
    {
        var names = new Dictionary<string, string>();
        var values = new Dictionary<string, AttributeValue>();
        var sets = new List<string>();
        Set(ContactSchema.Rating, survey.Rating is { } rating ? AttributeNumber.Number(rating) : null);
        Set(ContactSchema.Comment, Text(survey.Comment));
        Set(ContactSchema.Queue, Text(survey.Queue));
        Set(ContactSchema.Topic, Text(survey.Topic));
        Set(ContactSchema.At, AttributeNumber.Milliseconds(survey.At));
        Set(TableLayout.ExpiresAt, AttributeNumber.Seconds(survey.At + Survey.Kept));
        var before = await client.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table,
                Key = new Dictionary<string, AttributeValue>
                {
                    [TableLayout.PartitionKey] = new(ContactSchema.Contact(survey.ContactId)),
                    [TableLayout.SortKey] = new(ContactSchema.Survey),
                },
                UpdateExpression = $"SET {string.Join(", ", sets)}",
                ExpressionAttributeNames = names,
                ExpressionAttributeValues = values,
                ReturnValues = ReturnValue.ALL_OLD,
            },
            cancellationToken);
        return survey.Rating is not null && !(before.Attributes?.ContainsKey(ContactSchema.Rating) ?? false);

        void Set(string name, AttributeValue? value)
        {
            if (value is not null)
            {
                names[$"#{name}"] = name;
                values[$":{name}"] = value;
                sets.Add($"#{name} = if_not_exists(#{name}, :{name})");
            }
        }
    }

    private static AttributeValue? Text(string? text) => string.IsNullOrEmpty(text) ? null : new AttributeValue(text);
}
