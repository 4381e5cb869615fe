using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;
using Amazon.StandIns;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>How each operation is written and read.</summary>
internal static class Operations
{
    public static readonly InvokeOptions Publish = Operation<PublishRequest>("Publish", WritePublish, ReadPublish);

    public static readonly InvokeOptions PublishBatch = Operation<PublishBatchRequest>("PublishBatch", WriteBatch, ReadBatch);

    private static InvokeOptions Operation<TRequest>(
        string action,
        Action<QueryFields, TRequest> write,
        Func<XElement, AmazonWebServiceResponse> read)
        where TRequest : AmazonSimpleNotificationServiceRequest => new()
        {
            RequestMarshaller = new QueryRequestMarshaller<TRequest>("Amazon.SimpleNotificationService", "2010-03-31", action, write),
            ResponseUnmarshaller = new XmlOperationUnmarshaller(read, Errors.ToException),
        };

    private static void WritePublish(QueryFields fields, PublishRequest request)
    {
        fields.Put("TopicArn", request.TopicArn);
        fields.Put("TargetArn", request.TargetArn);
        fields.Put("PhoneNumber", request.PhoneNumber);
        fields.Put("Message", request.Message);
        fields.Put("Subject", request.Subject);
        fields.Put("MessageStructure", request.MessageStructure);
        fields.PutMap("MessageAttributes", request.MessageAttributes, WriteAttribute);
        fields.Put("MessageDeduplicationId", request.MessageDeduplicationId);
        fields.Put("MessageGroupId", request.MessageGroupId);
    }

    private static PublishResponse ReadPublish(XElement result) => new()
    {
        MessageId = result.Text("MessageId"),
        SequenceNumber = result.Text("SequenceNumber"),
    };

    private static void WriteBatch(QueryFields fields, PublishBatchRequest request)
    {
        fields.Put("TopicArn", request.TopicArn);
        fields.PutList("PublishBatchRequestEntries", request.PublishBatchRequestEntries, WriteEntry);
    }

    private static void WriteEntry(QueryFields fields, PublishBatchRequestEntry entry)
    {
        fields.Put("Id", entry.Id);
        fields.Put("Message", entry.Message);
        fields.Put("Subject", entry.Subject);
        fields.Put("MessageStructure", entry.MessageStructure);
        fields.PutMap("MessageAttributes", entry.MessageAttributes, WriteAttribute);
        fields.Put("MessageDeduplicationId", entry.MessageDeduplicationId);
        fields.Put("MessageGroupId", entry.MessageGroupId);
    }

    private static void WriteAttribute(QueryFields fields, MessageAttributeValue attribute)
    {
        fields.Put("DataType", attribute.DataType);
        fields.Put("StringValue", attribute.StringValue);
        fields.Put("BinaryValue", attribute.BinaryValue);
    }

    private static PublishBatchResponse ReadBatch(XElement result) => new()
    {
        Successful = result.List("Successful", ReadSuccess),
        Failed = result.List("Failed", ReadFailure),
    };

    private static PublishBatchResultEntry ReadSuccess(XElement entry) => new()
    {
        Id = entry.Text("Id"),
        MessageId = entry.Text("MessageId"),
        SequenceNumber = entry.Text("SequenceNumber"),
    };

    private static BatchResultErrorEntry ReadFailure(XElement entry) => new()
    {
        Id = entry.Text("Id"),
        Code = entry.Text("Code"),
        Message = entry.Text("Message"),
        SenderFault = entry.Flag("SenderFault"),
    };
}
