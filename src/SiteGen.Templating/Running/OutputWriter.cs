using SiteGen.Templating.Escaping;
using SiteGen.Templating.Rules;
using SiteGen.Templating.Values;
using SiteGen.Text;

namespace SiteGen.Templating.Running;

/// <summary>The output of a page or of a capture, with indentation and limits.</summary>
internal sealed class OutputWriter(RenderOptions options)
{
    private readonly Stack<Suspended> _outer = new();
    private readonly Stack<Utf8Buffer> _free = new();
    private readonly long _byteLimit = options.OutputLimit > 0 ? options.OutputLimit : int.MaxValue;
    private Utf8Buffer _target = new();
    private byte[] _indent = [];
    private byte[] _blockIndent = [];
    private bool _isLineStart;
    private long _spent;

    /// <summary>The current buffer.</summary>
    public Utf8Buffer Target => _target;

    /// <summary>The current indent of lines.</summary>
    public byte[] Indent => _indent;

    private bool EndsLine => _target.Length > 0 && _target.WrittenSpan[^1] == (byte)'\n';

    public void Reset(Utf8Buffer output)
    {
        while (_outer.TryPop(out var suspended))
        {
            Return(_target);
            _target = suspended.Target;
        }

        (_target, _indent, _blockIndent, _isLineStart, _spent) = (output, [], [], false, 0);
    }

    public void Write(RenderContext context, ReadOnlySpan<byte> utf8)
    {
        if (_indent.Length > 0)
        {
            WriteIndented(utf8);
        }
        else
        {
            _target.Write(utf8);
        }

        if (_target.Length + _spent > _byteLimit)
        {
            FailSize(context);
        }
    }

    /// <summary>Prints a value in an HTML context.</summary>
    public void Print(RenderContext context, in Value value, OutputContext place)
    {
        var isSilent = value.Kind is ValueKind.Nil or ValueKind.Missing or ValueKind.Empty;
        if (isSilent && place is OutputContext.Plain or OutputContext.Text or OutputContext.Quoted)
        {
            return;
        }

        if (_indent.Length > 0)
        {
            var line = Borrow();
            PrintTo(context, line, value, place);
            WriteIndented(line.WrittenSpan);
            Return(line);
        }
        else
        {
            PrintTo(context, _target, value, place);
        }

        if (_target.Length + _spent > _byteLimit)
        {
            FailSize(context);
        }
    }

    /// <summary>Prints what was written since an offset again, escaped for another context.</summary>
    public void PrintAgain(RenderContext context, int start, OutputContext place)
    {
        var written = Value.Html(_target.WrittenSpan[start..].ToArray());
        _target.Truncate(start);
        Print(context, written, place);
    }

    /// <summary>Sets the indent of the lines that follow.</summary>
    public void SetIndent(byte[] indent) => (_indent, _isLineStart) = (indent, false);

    /// <summary>Sets the indent of the lines that follow; null for that of the block.</summary>
    public void ChangeIndent(byte[]? indent)
    {
        // The text before code on its line is already written; the text after it can start a line.
        _isLineStart = indent is null && EndsLine;
        _indent = indent ?? _blockIndent;
    }

    /// <summary>Starts a block; returns the indent of the block around it.</summary>
    public byte[] EnterBlock()
    {
        var outer = _blockIndent;
        _blockIndent = _indent;
        return outer;
    }

    /// <summary>Ends a block, and the indents that started in it.</summary>
    public void LeaveBlock(byte[] outer)
    {
        (_indent, _blockIndent) = (_blockIndent, outer);
        _isLineStart = EndsLine;
    }

    /// <summary>Starts a capture of text that is indented as the code around it.</summary>
    public void PushIndentedCapture()
    {
        var (indent, blockIndent) = (_indent, _blockIndent);
        PushCapture();
        (_indent, _blockIndent) = (indent, blockIndent);
    }

    /// <summary>Starts a capture.</summary>
    public void PushCapture()
    {
        _outer.Push(new Suspended(_target, _indent, _blockIndent, _isLineStart));
        (_target, _indent, _blockIndent, _isLineStart) = (Borrow(), [], [], false);
    }

    /// <summary>Ends the capture and returns its text.</summary>
    public Value PopCapture(Markup markup)
    {
        _spent += _target.Length;
        var text = Value.Text(_target.ToArray()).With(markup);
        Return(_target);
        var outer = _outer.Pop();
        (_target, _indent, _blockIndent, _isLineStart) = (outer.Target, outer.Indent, outer.BlockIndent, outer.IsLineStart);
        return text;
    }

    /// <summary>Rents an empty buffer, which must be returned.</summary>
    public Utf8Buffer Borrow() => _free.TryPop(out var buffer) ? buffer : new Utf8Buffer();

    public void Return(Utf8Buffer buffer)
    {
        // Do not keep the capacity of one huge page forever.
        if (buffer.Length <= 1 << 20 && _free.Count < 32)
        {
            buffer.Clear();
            _free.Push(buffer);
        }
    }

    private static void PrintTo(RenderContext context, Utf8Buffer output, in Value value, OutputContext place)
    {
        if (place == OutputContext.Plain)
        {
            context.WriteText(output, value);
            return;
        }

        Escaper.Print(context, output, value, place);
    }

    private void WriteIndented(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0)
        {
            var isEmpty = utf8[0] is (byte)'\n' or (byte)'\r';
            if (_isLineStart && (options.IndentEmptyLines || !isEmpty))
            {
                _target.Write(_indent);
            }

            var end = utf8.IndexOf((byte)'\n') + 1;
            _isLineStart = end > 0;
            end = end > 0 ? end : utf8.Length;
            _target.Write(utf8[..end]);
            utf8 = utf8[end..];
        }
    }

    private void FailSize(RenderContext context)
    {
        _spent = long.MinValue / 2;
        context.Fail(TemplateMessages.OutputTooLong(_byteLimit));
    }

    private readonly record struct Suspended(Utf8Buffer Target, byte[] Indent, byte[] BlockIndent, bool IsLineStart);
}
